package dev.interlock.usecases;

import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.finding.Moment;
import dev.interlock.ledger.Envelope;
import dev.interlock.recovery.BackupState;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.Objective;
import dev.interlock.recovery.RecoveryProgress;
import dev.interlock.recovery.RestoreDrill;
import dev.interlock.recovery.SealingKey;
import dev.interlock.recovery.StoreLayout;
import dev.interlock.recovery.StoredBackup;
import dev.interlock.recovery.TakeBackup;
import dev.interlock.recovery.TakeBaseBackup;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Restores a backup of an environment for proof, and signs what was found. */
public final class RunDrill {

  private static final String MANIFEST = "backup/manifest-is-trusted";
  private static final String LOST =
      "its manifest is gone and its parts are there: it was removed, or whoever made it was stopped"
          + " before its end";

  private static final String NEWEST = "backup/newest-counts";

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
   * @param addons folders with the code of Odoo's modules, the first that has a module counts;
   *     empty when nobody asks whether installed modules have code
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
      List<Path> addons,
      Path places,
      int jobs,
      Path out) {

    public Request {
      addons = List.copyOf(addons);
    }
  }

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
    Map<String, String> code = GivenCode.in(request.addons());
    DrillFrame frame =
        DrillFrame.open(
            request.estate(), request.environment(), request.signingKey(), request.out());
    return frame.signed(drill(request, frame, code), clock);
  }

  private Drill drill(Request request, DrillFrame frame, @Nullable Map<String, String> code) {
    Estate estate = frame.estate();
    Environment environment = frame.environment();
    SealingKey key = RecoveryInputs.sealingKey(request.sealingKey());
    BackupStore store = RecoveryInputs.store(request.store(), clock);
    frame.doubts().addAll(RecoveryInputs.unprotected(store));
    BackupManifests manifests = new BackupManifests(estate, clock.instant());
    ChooseBackup choice = new ChooseBackup(request, of(request.environment(), store, manifests));
    StoredBackup chosen = choice.chosen(clock.instant());
    Backup backup = chosen.backup();
    if (backup == null) {
      return untrusted(chosen, store, manifests);
    }
    SealingKey seal = opening(backup, key, frame.doubts());
    List<Checked> passedOver = passedOver(choice.newer(chosen), store, manifests, frame.doubts());
    Drill drill =
        new RestoreDrill(store, seal, clock, progress, seen)
            .run(
                new RestoreDrill.Request(
                    backup,
                    BackupPlans.of(estate, environment, backup.method()),
                    choice.isNewest(chosen),
                    request.lostAt(),
                    frame.proofs(),
                    target(request, choice, chosen, frame.doubts()),
                    record -> new BackupManifests(estate, clock.instant()).read(record),
                    BootedProgram.of(request.boot(), environment.boot(), frame.doubts()::addAll),
                    code,
                    request.jobs(),
                    request.places()));
    return with(passedOver, drill);
  }

  private static @Nullable Instant target(
      Request request, ChooseBackup choice, StoredBackup chosen, List<String> doubts) {
    Instant whole = request.toTime() == null ? choice.withFiles(chosen) : null;
    if (whole == null) {
      return request.toTime();
    }
    doubts.add(
        "brought to "
            + Moment.utc(whole)
            + ", when files were last saved too; the log goes on behind it");
    return whole;
  }

  private static List<StoredBackup> of(
      String environment, BackupStore store, BackupManifests manifests) {
    return StoredBackup.in(store, manifests::read).stream()
        .filter(it -> it.environment().equals(environment))
        .toList();
  }

  /** What is not finished may be being made; anything else should count. */
  private List<Checked> passedOver(
      List<StoredBackup> newer, BackupStore store, BackupManifests manifests, List<String> doubts) {
    List<Checked> failed = new ArrayList<>();
    for (StoredBackup it : newer) {
      String words = "passed over " + it.name() + ": ";
      if (it.state() == BackupState.UNFINISHED && !hasLost(it, store)) {
        doubts.add(words + it.note());
      } else if (it.state() == BackupState.UNFINISHED) {
        failed.add(Checked.fail(NEWEST, words + LOST, Map.of()));
      } else {
        failed.add(Checked.fail(NEWEST, words + reason(it, store, manifests), Map.of()));
      }
    }
    failed.forEach(seen);
    return failed;
  }

  /** The list of files comes behind the database; files that were saved alone have none. */
  private static boolean hasLost(StoredBackup it, BackupStore store) {
    return holds(it, StoreLayout.FILE_LIST, store)
        && Stream.of(TakeBackup.DUMP, StoreLayout.DUMP_CONTENTS, TakeBaseBackup.COPY)
            .anyMatch(part -> holds(it, part, store))
        && !store.inUse();
  }

  private static boolean holds(StoredBackup it, String part, BackupStore store) {
    return store.size(StoreLayout.part(it.environment(), it.name(), part)).isPresent();
  }

  /** An older backup that is good proves nothing of the newest. */
  private static Drill with(List<Checked> failed, Drill drill) {
    List<Checked> checks = new ArrayList<>(failed);
    checks.addAll(drill.checks());
    return new Drill(
        drill.environment(),
        drill.backup(),
        drill.verified() && failed.isEmpty(),
        drill.processes(),
        drill.begun(),
        drill.point(),
        drill.lostAt(),
        drill.stages(),
        checks,
        drill.at());
  }

  /** The key that this backup needs; its manifest, which is signed, tells whether it needs one. */
  private static @Nullable SealingKey opening(
      Backup backup, @Nullable SealingKey key, List<String> doubts) {
    String sealedWith = backup.sealedWith();
    if (sealedWith != null && key == null) {
      throw new InputRejected(
          ActionCode.BAD_OPTION.code(),
          "--seal-key",
          backup.backup() + " is sealed with the key " + sealedWith,
          "name the file of this key");
    }
    if (sealedWith == null && key != null) {
      doubts.add(backup.backup() + " is not sealed; the key of --seal-key was not needed");
      return null;
    }
    return key;
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
