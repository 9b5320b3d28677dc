package dev.interlock.recovery;

import dev.interlock.finding.Fault;
import java.nio.file.Path;
import java.util.List;

/** A catalogue whose tool brings copies back, and ends with an error for every file of the log. */
record TroubledCatalogue(BackupCatalogue catalogue, String says) implements BackupCatalogue {

  @Override
  public boolean fetch(String file, Path data, Path to) {
    throw new Fault(RecoveryCode.RESTORE_FAILED.code(), file + " did not come: " + says);
  }

  @Override
  public String method() {
    return catalogue.method();
  }

  @Override
  public String tool() {
    return catalogue.tool();
  }

  @Override
  public boolean compares() {
    return catalogue.compares();
  }

  @Override
  public KeptBackups list() {
    return catalogue.list();
  }

  @Override
  public List<String> kinds() {
    return catalogue.kinds();
  }

  @Override
  public KeptBackup take(String kind, RecoveryProgress progress) {
    return catalogue.take(kind, progress);
  }

  @Override
  public void restore(KeptBackup backup, Path data, Path tablespaces, int jobs) {
    catalogue.restore(backup, data, tablespaces, jobs);
  }
}
