package dev.interlock.recovery.drill;

import dev.interlock.evidence.Backup.Content;
import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.PostgresTools;
import dev.interlock.recovery.postgres.drill.DrillCluster;
import dev.interlock.recovery.postgres.drill.DrillFolder;
import dev.interlock.recovery.postgres.drill.Isolation;

/**
 * The PostgreSQL of a drill with an empty database that a dump goes into. The manifest alone says
 * what it must be like.
 *
 * @param database that is empty
 * @param isolation how far it is kept from reaching anybody
 */
record EmptyServer(PostgresAddress database, Isolation isolation) {

  /**
   * Makes it.
   *
   * @param major version of the server that was backed up
   * @throws dev.interlock.finding.Fault PLACE_FAILED with what PostgreSQL said, NO_TOOL,
   *     TOOL_TOO_OLD
   */
  static EmptyServer make(DrillFolder folder, Content content, int major) {
    DrillCluster cluster =
        DrillCluster.create(folder, PostgresTools.here(), major, hadChecksums(content));
    return new EmptyServer(cluster.newDatabase(content.name()), cluster.isolation());
  }

  /** Where nobody noted it, it had them: nothing must look faster than it will be. */
  private static boolean hadChecksums(Content content) {
    return !Boolean.FALSE.equals(content.checksums());
  }
}
