package dev.interlock.recovery.business;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.ProcessProbe;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.query.Session;
import dev.interlock.recovery.query.Tally;
import dev.interlock.recovery.query.TimedSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether people can open files: the newest hundred must be there. A canary is nobody's work and
 * must not make a loss look small.
 */
public final class FilesProbe implements ProcessProbe {

  private static final int OPENED = 100;

  private static final String NEWEST =
      """
      select store_fname, file_size, greatest(write_date, create_date) as at
      from ir_attachment where store_fname is not null and position('://' in store_fname) = 0
        and name is distinct from 'interlock-canary'
      """;

  @Override
  public String process() {
    return "files";
  }

  @Override
  public Checked probe(RestoredOdoo restored) throws SQLException {
    long[] tried = {0};
    long[] there = {0};
    try (Session session = session(restored)) {
      session.require("ir_attachment");
      session.each(
          NEWEST + " order by at desc nulls last, id desc limit " + OPENED,
          row -> {
            tried[0]++;
            there[0] += isThere(restored.filestore(), row) ? 1 : 0;
          });
    }
    return new Tally("probe/files")
        .count("tried", tried[0])
        .none("gone", tried[0] - there[0], "of the newest files are gone")
        .otherwise("the newest files can be opened");
  }

  @Override
  public Optional<Instant> newest(RestoredOdoo restored, Instant point) throws SQLException {
    Instant[] newest = {Instant.MIN};
    try (Session session = session(restored)) {
      session.require("ir_attachment");
      session.each(
          "select * from (" + NEWEST + ") as a where at <= ? order by at desc",
          row -> {
            if (newest[0].equals(Instant.MIN) && isThere(restored.filestore(), row)) {
              newest[0] = row.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC);
            }
          },
          LocalDateTime.ofInstant(point, ZoneOffset.UTC));
    }
    return Optional.of(newest[0]).filter(at -> !at.equals(Instant.MIN));
  }

  private static Session session(RestoredOdoo restored) throws SQLException {
    return Session.open(new TimedSource(restored.database(), DocumentProbe.LONGEST));
  }

  /** Whether the file of a row, its name and its size, is on disk; its content is not read. */
  static boolean isThere(@Nullable Path filestore, ResultSet row) throws SQLException {
    if (filestore == null) {
      return false;
    }
    String name = row.getString(1);
    long size = row.getLong(2);
    Path path = filestore.resolve(name).normalize();
    try {
      return path.startsWith(filestore.normalize())
          && Files.isRegularFile(path)
          && (row.wasNull() || Files.size(path) == size);
    } catch (IOException e) {
      return false;
    }
  }
}
