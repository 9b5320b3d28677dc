package dev.interlock.recovery.filestore;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import java.nio.file.Path;

/**
 * What was brought back from a store.
 *
 * @param folder where the files are now, each at {@code xx/SHA-1}
 * @param restored what is there and right
 * @param problems every file that could not be brought back
 */
public record RestoredFiles(Path folder, FileTotals restored, FileProblems problems) {

  /** The same, when every file came back; a fault BACKUP_DAMAGED that names the others if not. */
  public RestoredFiles orFault() {
    if (problems.isEmpty()) {
      return this;
    }
    throw new Fault(
        RecoveryCode.BACKUP_DAMAGED.code(),
        problems.count() + " files did not come back from the store: " + problems.text());
  }
}
