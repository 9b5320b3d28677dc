package dev.interlock.usecases;

import dev.interlock.estate.Environment;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.BackupCatalogue;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.CatalogueDrill;
import dev.interlock.recovery.KeptBackup;
import dev.interlock.recovery.KeptBackups;
import dev.interlock.recovery.RecoveryProgress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lets another tool restore a backup that it keeps, for proof, and signs what was found. */
public final class DrillCatalogue {

  private final InstantSource clock;
  private final RecoveryProgress progress;
  private final Consumer<Checked> seen;

  /** Shows what each check found as soon as it is known. */
  public DrillCatalogue(InstantSource clock, RecoveryProgress progress, Consumer<Checked> seen) {
    this.clock = clock;
    this.progress = progress;
    this.seen = seen;
  }

  /**
   * What to drill.
   *
   * @param estate folder of the estate
   * @param environment name of the environment
   * @param catalogue where the tool keeps its backups
   * @param database name of the database of the server that is proven
   * @param store folder that files of attachments lie in; null when none are brought back
   * @param backup label of the backup; null for the newest good one, from before the moment if one
   *     is asked for
   * @param toTime the moment to bring back; null for the end of the log
   * @param signingKey file of the private key that signs the drill
   * @param sealingKey file of the key that the files are sealed with; null when they are not
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
      ToolCatalogue catalogue,
      String database,
      @Nullable Path store,
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
   * Drills, signs and writes.
   *
   * @throws InputRejected when the estate, the catalogue, a key or an option can't be used
   * @throws dev.interlock.finding.Fault when the place of the drill failed; nothing is signed then
   */
  public RunDrill.Drilled run(Request request) {
    BootedProgram.require(request.boot());
    Map<String, String> code = GivenCode.in(request.addons());
    DrillFrame frame =
        DrillFrame.open(
            request.estate(), request.environment(), request.signingKey(), request.out());
    return frame.signed(drill(request, frame, code), clock);
  }

  private Drill drill(Request request, DrillFrame frame, @Nullable Map<String, String> code) {
    Environment environment = frame.environment();
    var seal = RecoveryInputs.sealingKey(request.sealingKey());
    BackupStore files = files(request, frame.doubts());
    BackupCatalogue catalogue = request.catalogue().open();
    KeptBackups kept = request.catalogue().kept(catalogue);
    KeptBackup chosen = chosen(request, kept);
    String method = request.catalogue().method();
    return new CatalogueDrill(catalogue, clock, progress, seen)
        .run(
            new CatalogueDrill.Request(
                request.environment(),
                kept,
                chosen,
                request.database(),
                BackupPlans.of(frame.estate(), environment, method),
                Optional.of(chosen).equals(newest(kept)),
                request.lostAt(),
                frame.proofs(),
                request.toTime(),
                files,
                seal,
                BootedProgram.of(request.boot(), environment.boot(), frame.doubts()::addAll),
                code,
                request.jobs(),
                request.places()));
  }

  private @Nullable BackupStore files(Request request, List<String> doubts) {
    Path store = request.store();
    if (store == null) {
      doubts.add("files of attachments are not brought back: no store of them was named");
      return null;
    }
    return RecoveryInputs.store(store, clock);
  }

  private KeptBackup chosen(Request request, KeptBackups kept) {
    String label = request.backup();
    Instant toTime = request.toTime();
    if (toTime != null && toTime.isAfter(clock.instant())) {
      throw wrong("--to-time", "this moment has not been yet: " + toTime, "drills go back");
    }
    if (label == null) {
      return newestBefore(kept, toTime).orElseThrow(() -> none(request, kept));
    }
    KeptBackup named =
        kept.backups().stream()
            .filter(it -> it.label().equals(label))
            .findFirst()
            .orElseThrow(() -> none(request, kept));
    if (toTime != null && named.isGood() && toTime.isBefore(named.point())) {
      throw wrong(
          "--to-time",
          toTime + " lies before the end of the backup " + label,
          "the earliest moment that it can be brought to is " + named.point());
    }
    return named;
  }

  private static Optional<KeptBackup> newest(KeptBackups kept) {
    return newestBefore(kept, null);
  }

  private static Optional<KeptBackup> newestBefore(KeptBackups kept, @Nullable Instant moment) {
    return kept.backups().stream()
        .filter(KeptBackup::isGood)
        .filter(it -> moment == null || !it.point().isAfter(moment))
        .max(Comparator.comparing(KeptBackup::point));
  }

  private static InputRejected none(Request request, KeptBackups kept) {
    List<String> there = kept.backups().stream().map(KeptBackup::label).toList();
    String what = request.backup() == null ? "no good backup" : "no such backup";
    return new InputRejected(
        ActionCode.NO_BACKUP.code(),
        request.catalogue().option(),
        "there is "
            + what
            + " of "
            + request.catalogue().name()
            + (request.toTime() == null ? "" : " from before " + request.toTime()),
        there.isEmpty() ? "let the tool make one" : "there is: " + String.join(", ", there));
  }

  private static InputRejected wrong(String option, String why, String hint) {
    return new InputRejected(ActionCode.BAD_OPTION.code(), option, why, hint);
  }
}
