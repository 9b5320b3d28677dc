package dev.interlock.usecases;

import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.ledger.Envelope;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.Objective;
import dev.interlock.recovery.RecoveryProgress;
import dev.interlock.recovery.RestoreDrill;
import dev.interlock.recovery.SealingKey;
import dev.interlock.recovery.StoreLayout;
import dev.interlock.recovery.StoredBackup;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Restores a backup of an environment for proof, and signs what was found. */
public final class RunDrill {

  private static final String MANIFEST = "backup/manifest-is-trusted";

  private final InstantSource clock;
  private final RecoveryProgress progress;
  private final Consumer<Checked> seen;

  /** Shows what each check found as soon as it is known. */
  public RunDrill(InstantSource clock, RecoveryProgress progress, Consumer<Checked> seen) {
    this.clock = clock;
    this.progress = progress;
    this.seen = seen;
  }

  /**
   * What to drill.
   *
   * @param estate folder of the estate
   * @param environment name of the environment
   * @param store folder that backups lie in
   * @param backup name of the backup; null for the newest that counts
   * @param toTime the moment to bring back out of a base backup and its log; null for all that
   *     there is
   * @param signingKey file of the private key that signs the drill
   * @param sealingKey file of the key that backups are sealed with; null when they are not
   * @param lostAt the assumed moment of the loss; null for now
   * @param boot program that starts the company's Odoo on what was restored; null to start none
   * @param places folder in which the isolated place is made
   * @param jobs so much is done at the same time
   * @param out file that the signed drill goes to; must not exist
   */
  public record Request(
      Path estate,
      String environment,
      Path store,
      @Nullable String backup,
      @Nullable Instant toTime,
      Path signingKey,
      @Nullable Path sealingKey,
      @Nullable Instant lostAt,
      @Nullable Path boot,
      Path places,
      int jobs,
      Path out) {}

  /**
   * What was found.
   *
   * @param drill as it was signed
   * @param objectives of the environment's processes
   * @param envelope the signed drill
   * @param doubts what whoever reads the result must know besides, in words
   */
  public record Drilled(
      Drill drill, List<Objective> objectives, Envelope envelope, List<String> doubts) {
    public Drilled {
      objectives = List.copyOf(objectives);
      doubts = List.copyOf(doubts);
    }
  }

  /**
   * Drills, signs and writes.
   *
   * @throws InputRejected when the estate, a key or an option can't be used
   * @throws dev.interlock.finding.Fault when the place of the drill failed; nothing is signed then
   */
  public Drilled run(Request request) {
    BootedProgram.require(request.boot());
    DrillFrame frame =
        DrillFrame.open(
            request.estate(), request.environment(), request.signingKey(), request.out());
    return frame.signed(drill(request, frame), clock);
  }

  private Drill drill(Request request, DrillFrame frame) {
    Estate estate = frame.estate();
    Environment environment = frame.environment();
    SealingKey seal = RecoveryInputs.sealingKey(request.sealingKey());
    BackupStore store = RecoveryInputs.store(request.store(), clock);
    frame.doubts().addAll(RecoveryInputs.unprotected(store));
    BackupManifests manifests = new BackupManifests(estate, clock.instant());
    List<StoredBackup> all =
        StoredBackup.in(store, manifests::read).stream()
            .filter(it -> it.environment().equals(request.environment()))
            .toList();
    StoredBackup newest = newest(all);
    StoredBackup chosen = request.backup() == null ? reaching(request, all) : named(request, all);
    requireReaches(request, chosen);
    if (chosen == null) {
      throw none(request, all);
    }
    Backup backup = chosen.backup();
    if (backup == null) {
      return untrusted(chosen, store, manifests);
    }
    all.stream()
        .filter(it -> it.backup() == null && it.name().compareTo(chosen.name()) > 0)
        .forEach(it -> frame.doubts().add("passed over " + it.name() + ": " + it.note()));
    return new RestoreDrill(store, seal, clock, progress, seen)
        .run(
            new RestoreDrill.Request(
                backup,
                BackupPlans.of(estate, environment, backup.method()),
                chosen.equals(newest),
                request.lostAt(),
                frame.proofs(),
                request.toTime(),
                record -> new BackupManifests(estate, clock.instant()).read(record),
                BootedProgram.of(request.boot(), environment.boot(), frame.doubts()::addAll),
                request.jobs(),
                request.places()));
  }

  /** The newest; to come to a moment, the newest from before it that has a log. */
  private static @Nullable StoredBackup reaching(Request request, List<StoredBackup> all) {
    Instant toTime = request.toTime();
    if (toTime == null) {
      return newest(all);
    }
    List<Backup> withLog =
        all.stream()
            .map(StoredBackup::backup)
            .filter(Objects::nonNull)
            .filter(it -> it.log() != null)
            .toList();
    Optional<Backup> first = withLog.stream().min(Comparator.comparing(Backup::point));
    if (first.isPresent() && first.get().point().isAfter(toTime)) {
      throw tooEarly(toTime, first.get());
    }
    return newest(
        all.stream()
            .filter(it -> it.backup() != null && withLog.contains(it.backup()))
            .filter(it -> !Objects.requireNonNull(it.backup()).point().isAfter(toTime))
            .toList());
  }

  private void requireReaches(Request request, @Nullable StoredBackup chosen) {
    Instant toTime = request.toTime();
    Backup backup = chosen == null ? null : chosen.backup();
    if (toTime == null) {
      return;
    }
    if (toTime.isAfter(clock.instant())) {
      throw toTime("this moment has not been yet: " + toTime, "drills bring back the past");
    }
    if (backup != null && backup.log() == null) {
      throw toTime(
          backup.backup() + " brings back one moment only, " + backup.point(),
          "only a base backup with its log can be brought to a moment");
    }
    if (backup != null && toTime.isBefore(backup.point())) {
      throw tooEarly(toTime, backup);
    }
  }

  private static InputRejected tooEarly(Instant toTime, Backup backup) {
    return toTime(
        toTime + " lies before the end of the base backup " + backup.backup(),
        "the earliest moment that it can be brought to is " + backup.point());
  }

  private static InputRejected toTime(String why, String hint) {
    return new InputRejected(ActionCode.BAD_OPTION.code(), "--to-time", why, hint);
  }

  private static @Nullable StoredBackup newest(List<StoredBackup> all) {
    return all.stream()
        .filter(it -> it.backup() != null)
        .max(Comparator.comparing(it -> Objects.requireNonNull(it.backup()).point()))
        .orElse(null);
  }

  private static @Nullable StoredBackup named(Request request, List<StoredBackup> all) {
    return all.stream().filter(it -> it.name().equals(request.backup())).findFirst().orElse(null);
  }

  private static InputRejected none(Request request, List<StoredBackup> all) {
    String what = request.backup() == null ? "no backup that counts" : "no such backup";
    what = request.toTime() == null ? what : "no base backup that counts";
    String hint =
        all.isEmpty()
            ? "interlock backup run makes one"
            : "there is: " + String.join(", ", all.stream().map(StoredBackup::name).toList());
    return new InputRejected(
        ActionCode.NO_BACKUP.code(),
        request.store().toString(),
        "there is " + what + " of " + request.environment(),
        hint);
  }

  /** Nothing is restored of which nobody can say what it should be. */
  private Drill untrusted(StoredBackup chosen, BackupStore store, BackupManifests manifests) {
    Instant now = clock.instant();
    Checked failed = Checked.fail(MANIFEST, reason(chosen, store, manifests), Map.of());
    seen.accept(failed);
    return new Drill(
        chosen.environment(),
        chosen.name(),
        false,
        List.of(),
        now,
        null,
        null,
        List.of(),
        List.of(failed),
        now);
  }

  private static String reason(StoredBackup chosen, BackupStore store, BackupManifests manifests) {
    String name = StoreLayout.manifest(chosen.environment(), chosen.name());
    if (store.size(name).isEmpty()) {
      return chosen.note();
    }
    try (InputStream in = store.open(name)) {
      byte[] manifest = in.readAllBytes();
      // One that counts, but not for this backup, is another's.
      String why =
          manifests.read(manifest).isPresent() ? chosen.note() : manifests.reason(manifest);
      return "the manifest does not count: " + why;
    } catch (IOException e) {
      return "the manifest can't be read: " + e.getMessage();
    }
  }
}
