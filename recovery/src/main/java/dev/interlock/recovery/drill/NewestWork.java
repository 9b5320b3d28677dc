package dev.interlock.recovery.drill;

import dev.interlock.recovery.ProcessProbe;
import dev.interlock.recovery.ProcessProof;
import dev.interlock.recovery.RestoredOdoo;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When the newest work of a process that came back was done. */
final class NewestWork {

  private static final int SECONDS = 60;

  private NewestWork() {}

  /** None when there is no work at all. */
  static Optional<Instant> of(ProcessProof proof, RestoredOdoo restored, Instant point)
      throws SQLException {
    String own = proof.newest();
    if (own != null) {
      return asked(own, restored);
    }
    Optional<Instant> newest = Optional.empty();
    for (ProcessProbe probe : proof.probes()) {
      newest = later(newest, probe.newest(restored, point));
    }
    return newest;
  }

  private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
    return java.util.stream.Stream.of(one, other)
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder());
  }

  private static Optional<Instant> asked(String sql, RestoredOdoo restored) throws SQLException {
    try (Connection connection = restored.database().getConnection()) {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.setQueryTimeout(SECONDS);
        try (ResultSet row = statement.executeQuery(sql)) {
          return row.next() ? Optional.ofNullable(instant(row)) : Optional.empty();
        }
      } finally {
        connection.rollback();
      }
    }
  }

  /** Odoo writes UTC into columns that have no zone. */
  private static @Nullable Instant instant(ResultSet row) throws SQLException {
    Object value = row.getObject(1);
    return switch (value) {
      case null -> null;
      case Timestamp _ when row.getMetaData().getColumnTypeName(1).equals("timestamptz") ->
          row.getObject(1, OffsetDateTime.class).toInstant();
      case Timestamp _ -> row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC);
      default ->
          throw new SQLException(
              "the newest work is not a moment but " + row.getMetaData().getColumnTypeName(1));
    };
  }
}
