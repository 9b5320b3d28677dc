package dev.interlock.recovery.drill;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Surroundings;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.certificates.CertificatesAreUsable;
import dev.interlock.recovery.configuration.RepositoryComesBack;
import dev.interlock.recovery.postgres.drill.DrillFolder;
import dev.interlock.recovery.redis.RedisComesBack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What was saved beside a database comes back too, each by itself. */
public final class SurroundingsComeBack {

  /** What is said when something was not saved at all. */
  public static final String SAVED = "surroundings/all-were-saved";

  private final BackupStore store;
  private final DrillFolder folder;
  private final Instant now;

  /** Out of a store that is open: what it gives is no longer sealed. */
  public SurroundingsComeBack(BackupStore store, DrillFolder folder, Instant now) {
    this.store = store;
    this.folder = folder;
    this.now = now;
  }

  /** Brings all of it back, and compares. */
  public List<Checked> check(Surroundings saved) {
    List<Checked> checks = new ArrayList<>();
    checks.add(saved(saved));
    RedisComesBack redis = new RedisComesBack(store, folder);
    saved.redis().forEach(it -> add(checks, RedisComesBack.NAME, () -> List.of(redis.check(it))));
    RepositoryComesBack repository = new RepositoryComesBack(store, folder.path());
    saved
        .repositories()
        .forEach(it -> add(checks, RepositoryComesBack.NAME, () -> List.of(repository.check(it))));
    CertificatesAreUsable certificates = new CertificatesAreUsable(store, now);
    saved
        .certificates()
        .forEach(it -> add(checks, CertificatesAreUsable.NAME, () -> certificates.check(it)));
    return checks;
  }

  private static Checked saved(Surroundings saved) {
    List<String> missed =
        saved.missed().stream().map(it -> it.service() + ": " + it.why()).toList();
    return missed.isEmpty()
        ? Checked.pass(SAVED, "all that was to be saved was", Map.of())
        : Checked.fail(SAVED, String.join("; ", missed), Map.of());
  }

  private static void add(List<Checked> checks, String name, Supplier<List<Checked>> check) {
    try {
      checks.addAll(check.get());
    } catch (Fault e) {
      if (!RecoveryCode.isOfBackup(e)) {
        throw e;
      }
      checks.add(Checked.fail(name, String.valueOf(e.getMessage()), Map.of()));
    }
  }
}
