package dev.interlock.recovery.alert;

import dev.interlock.finding.Severity;

/** The plan names a key that copies are encrypted with, and they are not. */
public final class IsUnsealed {

  private IsUnsealed() {}

  /** Judges every good one. */
  public static void judge(Alerts alerts) {
    String key = alerts.watched().plan().encryptedWith();
    if (key == null) {
      return;
    }
    alerts.good().stream()
        .filter(it -> Alerts.manifest(it).sealedWith() == null)
        .forEach(it ->
            alerts.fail(
                "backup-unsealed",
                Severity.HIGH,
                it.name(),
                "it is not sealed; the plan says that copies are encrypted with " + key,
                it.kept() == null
                    ? "name the key with --seal-key when backups are made"
                    : "let the tool encrypt what it keeps"));
  }
}
