package dev.interlock.recovery.postgres.digest;

import dev.interlock.recovery.postgres.Sessions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * All settings on which the text of a value depends, so that it is the same on every server. The
 * driver sees to it that text comes as UTF-8.
 */
final class PinnedSettings {

  private static final List<String> PINNED =
      List.of(
          "SET LOCAL datestyle = 'ISO, YMD'",
          "SET LOCAL intervalstyle = 'iso_8601'",
          "SET LOCAL timezone = 'UTC'",
          "SET LOCAL extra_float_digits = 3",
          "SET LOCAL bytea_output = 'hex'",
          "SET LOCAL lc_monetary = 'C'",
          // Names of tables and functions are told with their schemas.
          "SET LOCAL search_path = pg_catalog",
          "SET LOCAL quote_all_identifiers = off",
          // A policy that hides rows must be an error, and no smaller table.
          "SET LOCAL row_security = off",
          // The source has other work to do: as many processors as connections.
          "SET LOCAL max_parallel_workers_per_gather = 0",
          "SET LOCAL jit = off");

  private PinnedSettings() {}

  /** For the transaction of the connection. */
  static void pin(Connection connection) throws SQLException {
    Sessions.run(connection, String.join(";", PINNED));
  }
}
