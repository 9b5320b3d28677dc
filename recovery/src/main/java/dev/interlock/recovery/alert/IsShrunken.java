package dev.interlock.recovery.alert;

import dev.interlock.evidence.Backup.Filestore;
import dev.interlock.evidence.Backup.Part;
import dev.interlock.finding.Severity;
import dev.interlock.recovery.StoredBackup;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** The newest backup holds less than half of what those before it held, by their median. */
public final class IsShrunken {

  private IsShrunken() {}

  /** Judges; fewer than three before it say nothing. */
  public static void judge(Alerts alerts) {
    List<StoredBackup> good = alerts.good();
    judge(alerts, good, "database", IsShrunken::database);
    judge(alerts, good, "files", IsShrunken::files);
  }

  /** An incremental one is small; how large the server was then, another tool tells too. */
  private static long database(StoredBackup it) {
    return it.kept() != null
        ? it.bytes()
        : Alerts.manifest(it).parts().stream().mapToLong(Part::bytes).sum();
  }

  private static long files(StoredBackup it) {
    Filestore files = Alerts.manifest(it).filestore();
    return files == null ? 0 : files.bytes();
  }

  private static void judge(
      Alerts alerts, List<StoredBackup> good, String what, ToLongFunction<StoredBackup> size) {
    if (good.size() <= Earlier.LEAST) {
      return;
    }
    long newest = size.applyAsLong(good.getFirst());
    long median = Earlier.median(good, size);
    if (newest < median / 2) {
      alerts.fail(
          "backup-shrunken",
          Severity.HIGH,
          good.getFirst().name(),
          String.format(
              Locale.ROOT,
              "its %s has %,d bytes; by the median of those before it, it should have %,d",
              what,
              newest,
              median),
          "see whether something was lost at the source, before old backups go");
    }
  }
}
