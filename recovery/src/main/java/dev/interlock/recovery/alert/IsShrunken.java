package dev.interlock.recovery.alert;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Backup.Filestore;
import dev.interlock.evidence.Backup.Part;
import dev.interlock.finding.Severity;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** The newest backup holds less than half of what those before it held, by their median. */
public final class IsShrunken {

  private IsShrunken() {}

  /** Judges; fewer than three before it say nothing. */
  public static void judge(Alerts alerts) {
    List<Backup> good = alerts.good().stream().map(Alerts::manifest).toList();
    judge(alerts, good, "database", IsShrunken::database);
    judge(alerts, good, "files", IsShrunken::files);
  }

  private static long database(Backup backup) {
    return backup.parts().stream().mapToLong(Part::bytes).sum();
  }

  private static long files(Backup backup) {
    Filestore files = backup.filestore();
    return files == null ? 0 : files.bytes();
  }

  private static void judge(
      Alerts alerts, List<Backup> good, String what, ToLongFunction<Backup> size) {
    if (good.size() <= Earlier.LEAST) {
      return;
    }
    long newest = size.applyAsLong(good.getFirst());
    long median = Earlier.median(good, size);
    if (newest < median / 2) {
      alerts.fail(
          "backup-shrunken",
          Severity.HIGH,
          good.getFirst().backup(),
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
