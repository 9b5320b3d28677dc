package dev.interlock.recovery.postgres.physical;

import dev.interlock.recovery.postgres.PostgresVersion;
import java.io.OutputStream;
import java.time.Instant;

/** A way to copy the data directory of a running server, as a zip file. */
public interface ServerCopy {

  /**
   * Copies.
   *
   * @param to takes the copy; is left open
   * @throws dev.interlock.finding.Fault BACKUP_FAILED, DATABASE_UNREACHABLE; NO_TOOL and
   *     TOOL_TOO_OLD where a tool copies
   */
  Made to(OutputStream to);

  /**
   * A copy that was made.
   *
   * @param system number of the server's data
   * @param first the first file of the log that a restore needs
   * @param last the last that it needs to be whole; more bring it further
   * @param begun when it was begun
   * @param whole the earliest moment that it can be brought to
   */
  record Made(
      PostgresVersion version,
      String system,
      WalSegment first,
      WalSegment last,
      Instant begun,
      Instant whole) {}
}
