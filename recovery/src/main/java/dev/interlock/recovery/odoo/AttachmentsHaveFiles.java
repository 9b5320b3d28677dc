package dev.interlock.recovery.odoo;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.PartProgress;
import dev.interlock.recovery.RestoreCheck;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.query.Session;
import dev.interlock.recovery.query.Tally;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every attachment has its content: each file is there, with the size and the SHA-1 that its row
 * says. Rows without a file by design are counted apart: links, content kept in the database, empty
 * content, and content in a cloud store. Odoo itself says nothing when a file is gone: it shows an
 * empty one.
 */
public final class AttachmentsHaveFiles implements RestoreCheck {

  private final int threads;
  private final PartProgress progress;

  /** With so many threads. */
  public AttachmentsHaveFiles(int threads, PartProgress progress) {
    this.threads = threads;
    this.progress = progress;
  }

  @Override
  public String name() {
    return "odoo/attachments-have-files";
  }

  @Override
  public boolean waitsForDisk() {
    return true;
  }

  @Override
  public Checked verify(RestoredOdoo restored) throws SQLException {
    try (Session session = Session.open(restored.database())) {
      session.require("ir_attachment");
      Tally tally = new Tally(name());
      session.each(KINDS, row -> count(row, tally));
      tally.none("nowhere", session.faults(NOWHERE), "attachments whose content is nowhere");
      long files = session.number("select count(distinct store_fname) from ir_attachment");
      tally.count("files", files);
      Path filestore = restored.filestore();
      if (filestore == null) {
        progress.at(0, 0);
        long needed = StoredFile.needed(session);
        tally
            .wrongWhen(needed > 0, "no folder of files was restored, " + needed + " are needed")
            .unknownWhen(files > needed, "files that a module keeps elsewhere were not read");
      } else {
        FileTally found = new FileTally(knownToBeMissing(restored.backup()));
        readAll(session, new FileVerifier(filestore, found, progress, files), filestore, tally);
        found.into(tally);
      }
      return tally.otherwise("every attachment has its content");
    }
  }

  private static Set<String> knownToBeMissing(@Nullable Backup backup) {
    return backup == null || backup.filestore() == null
        ? Set.of()
        : Set.copyOf(backup.filestore().missing());
  }

  private static void count(ResultSet row, Tally tally) throws SQLException {
    tally
        .count("rows", row.getLong("n"))
        .count("rows-with-file", row.getLong("files"))
        .count("links", row.getLong("links"))
        .count("in-cloud", row.getLong("cloud"))
        .count("in-database", row.getLong("inside"))
        .count("empty", row.getLong("empty"));
  }

  private void readAll(Session session, FileVerifier verifier, Path filestore, Tally tally)
      throws SQLException {
    Shelves shelves = new Shelves(filestore);
    try (verifier) {
      verifier.start(threads);
      session.each(FILES, row -> read(StoredFile.of(row), verifier, shelves));
      verifier.finish();
      shelves.finish(tally);
    } catch (IOException e) {
      throw unreadable(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static void read(StoredFile file, FileVerifier verifier, Shelves shelves)
      throws SQLException {
    try {
      shelves.see(file);
      verifier.add(file);
    } catch (IOException e) {
      throw unreadable(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static SQLException unreadable(IOException e) {
    return new SQLException("the folder of files can't be read: " + e, e);
  }

  private static SQLException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new SQLException("the reading of files was interrupted", e);
  }

  private static final String FILES =
      """
      select store_fname collate "C", max(file_size), max(checksum) from ir_attachment
      where store_fname is not null group by 1 order by 1
      """;

  /** The checksum of nothing is that of an empty content; any other tells of one that was. */
  private static final String NOWHERE =
      """
      select id from ir_attachment
      where store_fname is null and type = 'binary' and db_datas is null
        and (file_size > 0 or checksum <> 'da39a3ee5e6b4b0d3255bfef95601890afd80709')
      order by id
      """;

  private static final String KINDS =
      """
      select count(*) as n, count(store_fname) as files,
        count(*) filter (where store_fname is null and type = 'url') as links,
        count(*) filter (where store_fname is null and type = 'cloud_storage') as cloud,
        count(*) filter (where store_fname is null and type = 'binary' and db_datas is not null)
          as inside,
        count(*) filter (where store_fname is null and type = 'binary' and db_datas is null)
          as empty
      from ir_attachment
      """;
}
