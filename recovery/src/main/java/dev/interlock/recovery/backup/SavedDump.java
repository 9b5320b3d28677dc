package dev.interlock.recovery.backup;

import dev.interlock.evidence.Backup.Part;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.postgres.Snapshot;
import java.io.IOException;
import java.util.List;

/** The dump of a database on its way into a store. */
public interface SavedDump extends AutoCloseable {

  /**
   * Dumps; afterwards the database is not needed for it any more.
   *
   * @throws IOException when it can't be read
   * @throws Fault BACKUP_FAILED with what pg_dump said
   */
  void take(Snapshot snapshot) throws IOException;

  /**
   * Stores what is not stored yet.
   *
   * @return its parts, at least one
   * @throws IOException when it can't be read
   */
  List<Part> store() throws IOException;

  /** Removes what lies aside. */
  @Override
  void close();
}
