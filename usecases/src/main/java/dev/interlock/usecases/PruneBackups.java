package dev.interlock.usecases;

import dev.interlock.changes.EvidenceSigner;
import dev.interlock.estate.BackupPlan;
import dev.interlock.estate.BackupPlan.Retention;
import dev.interlock.estate.Entry;
import dev.interlock.estate.Environment;
import dev.interlock.estate.LoadedEstate;
import dev.interlock.estate.Organization;
import dev.interlock.evidence.Custody;
import dev.interlock.evidence.Custody.Action;
import dev.interlock.evidence.Custody.Item;
import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.SigningKey;
import dev.interlock.recovery.BackupId;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.OldLog;
import dev.interlock.recovery.PrunePlan;
import dev.interlock.recovery.Pruned;
import dev.interlock.recovery.RemoveBackups;
import dev.interlock.recovery.RetentionRule;
import dev.interlock.recovery.RetentionVerdict;
import dev.interlock.usecases.ReviewDrills.Reviewed;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Removes backups of an environment that its plan keeps no longer, and the log that no base backup
 * needs, and signs what went and why.
 */
public final class PruneBackups {

  /** So long somebody may still be at an unfinished backup. */
  private static final Duration UNFINISHED = Duration.ofDays(1);

  private final Request request;
  private final LoadedEstate loaded;
  private final Environment environment;
  private final Instant now;
  private final RemoveBackups removing;

  /**
   * What is looked at.
   *
   * @param store folder that backups lie in
   * @param estate folder of the estate
   * @param environment name of the environment; backups of others stay
   * @param remove names of backups that somebody wants gone though the plan would keep them
   * @param drills folder of signed drills: the backup that was verified last is kept; null when
   *     none is named
   * @param sealingKey file of the key that lists of files are sealed with; null when none is named,
   *     so that the files of sealed backups stay
   */
  public record Request(
      Path store,
      Path estate,
      String environment,
      List<String> remove,
      @Nullable Path drills,
      @Nullable Path sealingKey) {
    public Request {
      remove = List.copyOf(remove);
    }
  }

  /**
   * What would be removed.
   *
   * @param verdicts about each backup of the environment
   * @param plan what would go with it
   * @param digest of exactly the backups that would go
   * @param secondPerson why a second person must agree; empty when nobody must
   */
  public record Planned(
      List<RetentionVerdict> verdicts, PrunePlan plan, String digest, String secondPerson) {
    public Planned {
      verdicts = List.copyOf(verdicts);
    }
  }

  /**
   * What was removed.
   *
   * @param pruned it
   * @param signed what went and why; null when no backup did
   */
  public record Done(Pruned pruned, @Nullable Envelope signed) {}

  /**
   * Reads estate and store.
   *
   * @throws InputRejected when the estate or the store can't be used, or there is no such backup
   */
  public PruneBackups(Request request, InstantSource clock) {
    this.request = request;
    this.now = clock.instant();
    this.loaded = new ReadEstate().require(request.estate());
    this.environment = ReadEstate.environment(loaded, request.estate(), request.environment());
    BackupStore store = RecoveryInputs.store(request.store(), clock);
    Optional<String> verified = verified();
    this.removing =
        new RemoveBackups(
            store,
            RecoveryInputs.sealingKey(request.sealingKey()),
            new BackupManifests(loaded.estate(), now)::read,
            this::rule,
            () -> protection(BackupHolds.of(store, loaded.estate(), now), verified));
  }

  private static Function<BackupId, String> protection(
      BackupHolds holds, Optional<String> verified) {
    return id -> {
      String held = holds.protection(id);
      return held.isEmpty() && verified.filter(id.name()::equals).isPresent()
          ? "it is the newest that a drill verified"
          : held;
    };
  }

  private Optional<String> verified() {
    Path drills = request.drills();
    return drills == null
        ? Optional.empty()
        : new ReviewDrills(request.estate(), now)
            .folder(drills, request.environment()).drills().stream()
                .filter(it -> it.item().trusted() && it.drill().verified())
                .map(Reviewed::drill)
                .map(drill -> drill.backup())
                .findFirst();
  }

  private Optional<RetentionRule> rule(String of, String method) {
    return of.equals(request.environment()) ? plan(method).map(this::rule) : Optional.empty();
  }

  /** What was never finished tells no method: any plan says that it may go. */
  private Optional<BackupPlan> plan(String method) {
    return BackupPlans.of(loaded.estate(), environment).stream()
        .map(Entry::spec)
        .filter(plan -> method.isEmpty() || BackupPlans.word(plan).equals(method))
        .findFirst();
  }

  private RetentionRule rule(BackupPlan plan) {
    Retention more = plan.retention();
    return new RetentionRule(
        plan.keep(),
        more == null ? 0 : count(more.daily()),
        more == null ? 0 : count(more.weekly()),
        more == null ? 0 : count(more.monthly()),
        more == null ? 0 : count(more.yearly()),
        UNFINISHED,
        zone());
  }

  private static int count(@Nullable Integer written) {
    return written == null ? 0 : written;
  }

  /** Days end where the company is. */
  private ZoneId zone() {
    return loaded.estate().all(Organization.class).values().stream()
        .map(Organization::timeZone)
        .findFirst()
        .orElse(ZoneOffset.UTC);
  }

  /**
   * What would be removed; nothing is.
   *
   * @throws InputRejected when there is no backup that is to go
   */
  public Planned plan() {
    Set<BackupId> asked =
        request.remove().stream()
            .map(name -> new BackupId(request.environment(), name))
            .collect(Collectors.toUnmodifiableSet());
    PrunePlan plan = removing.plan(asked, now);
    List<RetentionVerdict> own =
        plan.verdicts().stream()
            .filter(it -> it.id().environment().equals(request.environment()))
            .toList();
    asked.stream()
        .filter(id -> own.stream().noneMatch(it -> it.id().equals(id)))
        .findFirst()
        .ifPresent(id -> {
          throw new InputRejected(
              ActionCode.NO_BACKUP.code(),
              request.store().toString(),
              "there is no backup " + id,
              "interlock backup list tells what there is");
        });
    return new Planned(
        own, plan, SecondPerson.digest(plan.removals(), plan.logs()), secondPerson(plan));
  }

  private String secondPerson(PrunePlan plan) {
    if (plan.removals().stream().anyMatch(RetentionVerdict::early)) {
      return "the plan would keep some of them";
    }
    boolean always =
        BackupPlans.of(loaded.estate(), environment).stream()
            .map(it -> it.spec().retention())
            .anyMatch(it -> it != null && it.approveRemovals());
    boolean any = !plan.removals().isEmpty() || !plan.logs().isEmpty();
    return always && any ? "the plan says so" : "";
  }

  /**
   * Removes what was planned and would still be planned now. What goes and why is signed, written
   * and handed on before anything goes.
   *
   * @param signingKey file of the private key of who removes
   * @param approval file with the signed approval of a second person; null when there is none
   * @param out file that the signed evidence goes to; must not exist
   * @throws InputRejected when the key can't be used or does not count, or nobody else agreed
   * @throws dev.interlock.finding.Fault PROTECTED while somebody else uses the store
   */
  public Done run(Planned planned, Path signingKey, @Nullable Path approval, Path out) {
    NewFile.require(out);
    SigningKey key = LedgerFiles.signingKey(signingKey);
    SecondPerson second = new SecondPerson(loaded.estate(), now);
    String approver =
        planned.secondPerson().isEmpty() ? null : second.require(approval, matter(planned), key);
    AtomicReference<@Nullable Envelope> signed = new AtomicReference<>();
    Pruned pruned =
        removing.run(
            planned.plan(),
            now,
            (going, logs) -> {
              Custody custody = custody(going, logs, second.owners(key), approver);
              Envelope envelope = new EvidenceSigner().sign(custody, key);
              requireCounted(signingKey, envelope);
              SignEvidence.write(envelope, out);
              signed.set(envelope);
            });
    return new Done(pruned, signed.get());
  }

  private Custody custody(
      List<RetentionVerdict> going,
      List<OldLog> logs,
      List<String> owners,
      @Nullable String approver) {
    List<Item> items = new ArrayList<>();
    going.forEach(it -> items.add(new Item(it.id().name(), it.manifest(), it.reasons())));
    logs.forEach(it -> items.add(new Item("wal/" + it.system(), null, List.of(it.words()))));
    String person = owners.size() == 1 ? owners.getFirst() : null;
    return new Custody(
        request.environment(), Action.REMOVED, items, null, null, person, approver, now);
  }

  /** Nothing goes whose removal nobody could prove. */
  private void requireCounted(Path key, Envelope envelope) {
    String why = new BackupManifests(loaded.estate(), now).reason(envelope);
    if (!why.isEmpty()) {
      throw new InputRejected(
          ActionCode.NOT_APPROVED.code(),
          key.toString(),
          "nothing was removed, as the evidence would not count: " + why,
          "the key must be trusted for custody");
    }
  }

  /**
   * Agrees, as a second person, to exactly what would be removed now.
   *
   * @param person as the estate names it
   * @param role in which the person agrees
   * @param key file of that person's private key
   * @param out file that the signed approval goes to; must not exist
   * @return why it will not count; empty when it will
   */
  public String approve(Planned planned, String person, String role, Path key, Path out) {
    return new SecondPerson(loaded.estate(), now).agree(matter(planned), person, role, key, out);
  }

  private SecondPerson.Matter matter(Planned planned) {
    return SecondPerson.Matter.removal(request.environment(), planned.digest());
  }
}
