package dev.interlock.usecases;

import dev.interlock.azure.AzureAccess;
import dev.interlock.estate.BackupPlan;
import dev.interlock.estate.BackupPlan.Method;
import dev.interlock.estate.Entry;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.LoadedEstate;
import dev.interlock.finding.Finding;
import dev.interlock.finding.Severity;
import dev.interlock.finding.SourceRef;
import dev.interlock.finding.Subject;
import dev.interlock.finding.Verdict;
import dev.interlock.recovery.BackupAlerts;
import dev.interlock.recovery.BackupHold;
import dev.interlock.recovery.StoredBackup;
import dev.interlock.recovery.WatchedBackups;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares what stores hold with what the backup plans of an estate say. */
public final class ReviewBackups {

  /** Methods whose backups lie in stores; others keep theirs where nobody looks here. */
  private static final Set<String> IN_STORES = Set.of("pg-dump", "base-backup-and-wal");

  /** Methods that save what stands around a database into stores. */
  private static final Set<String> AROUND = Set.of("redis-rdb", "redis-aof", "git", "file-copy");

  private final InstantSource clock;
  private final AzureAccess azure;

  /**
   * As of the clock.
   *
   * @param azure asked for the rules of storage accounts, where these are known
   */
  public ReviewBackups(InstantSource clock, AzureAccess azure) {
    this.clock = clock;
    this.azure = azure;
  }

  /**
   * What to compare.
   *
   * @param stores folders that backups lie in
   * @param catalogues where other tools keep backups, of the one environment that is named
   * @param estate folder of the estate
   * @param environments these alone; all that have a plan when empty
   * @param region region that the stores lie in; null when nobody says
   * @param kubernetes files or folders with resources of CloudNativePG
   * @param storageAccounts resource ids of accounts of Azure that stores lie in; plans may name
   *     them as their target too
   */
  public record Request(
      List<Path> stores,
      List<ToolCatalogue> catalogues,
      Path estate,
      List<String> environments,
      @Nullable String region,
      List<String> kubernetes,
      List<String> storageAccounts) {
    public Request {
      kubernetes = List.copyOf(kubernetes);
      storageAccounts = List.copyOf(storageAccounts);
      stores = List.copyOf(stores);
      catalogues = List.copyOf(catalogues);
      environments = List.copyOf(environments);
    }

    /** Whether backups that are made so would be seen. */
    private boolean reads(String method) {
      return IN_STORES.contains(method)
          || (AROUND.contains(method) && !stores.isEmpty())
          || catalogues.stream().anyMatch(it -> it.method().equals(method));
    }

    /** The first that is named, for what has no other place. */
    private String place() {
      return stores.isEmpty() ? catalogues.getFirst().name() : stores.getFirst().toString();
    }
  }

  /**
   * What came of it.
   *
   * @param environments that have a plan and were looked at, sorted
   * @param findings what is wrong or can't be known, the most severe first
   * @param holds backups that are kept whatever a plan says, and why
   */
  public record Reviewed(List<String> environments, List<Finding> findings, List<String> holds) {
    public Reviewed {
      holds = List.copyOf(holds);
      environments = List.copyOf(environments);
      findings = List.copyOf(findings);
    }
  }

  /**
   * Compares.
   *
   * @throws InputRejected when the estate or a store can't be used, or has no such environment
   */
  public Reviewed run(Request request) {
    requirePlaces(request);
    LoadedEstate loaded = new ReadEstate().require(request.estate());
    request.environments().forEach(it -> ReadEstate.environment(loaded, request.estate(), it));
    CloudNativePg operated = CloudNativePg.in(request.kubernetes());
    HeldBackups held = HeldBackups.of(request, loaded.estate(), clock, azure);
    Set<String> planned = new TreeSet<>();
    Set<String> looked = new TreeSet<>();
    List<Finding> findings = new ArrayList<>();
    for (Entry<Environment> environment : loaded.estate().entries(Environment.class)) {
      if (isAsked(request, environment.name())) {
        for (Entry<BackupPlan> plan : BackupPlans.of(loaded.estate(), environment.spec())) {
          planned.add(environment.name());
          findings.addAll(alerts(watched(environment, plan, held, request), operated, request));
        }
        findings.addAll(byStores(environment, loaded.estate(), held, request));
        for (var around : BackupPlans.around(loaded.estate(), environment.spec())) {
          looked.add(environment.name());
          findings.addAll(around(environment, around, held, request));
        }
      }
    }
    looked.addAll(planned);
    findings.addAll(unplanned(request, held, planned));
    findings.addAll(unproven(request, held));
    findings.sort(Comparator.comparing(Finding::severity).reversed());
    return new Reviewed(List.copyOf(looked), findings, onHold(request, held));
  }

  private static void requirePlaces(Request request) {
    if (request.stores().isEmpty()
        && request.catalogues().isEmpty()
        && request.kubernetes().isEmpty()) {
      throw new InputRejected(
          ActionCode.BAD_OPTION.code(),
          "backup status",
          "nothing says where backups lie",
          "name folders, --pgbackrest, --barman or --kubernetes");
    }
  }

  private List<Finding> alerts(WatchedBackups watched, CloudNativePg operated, Request request) {
    boolean isOperated =
        watched.plan().method() == Method.CLOUDNATIVE_PG && !request.kubernetes().isEmpty();
    return isOperated
        ? BackupAlerts.of(watched, operated.of(watched.environment()), clock.instant())
        : BackupAlerts.of(watched, clock.instant());
  }

  /** What stores do by themselves, judged by the plans that want most. */
  private List<Finding> byStores(
      Entry<Environment> environment, Estate estate, HeldBackups held, Request request) {
    StoreRulesByPlan plans = new StoreRulesByPlan(estate, environment, clock.instant());
    return held.stores().stream()
        .filter(it -> it.isFor(environment.name(), held.backups()))
        .flatMap(it ->
            plans
                .findings(it, plan -> watched(environment, plan, it.backups(), held, request))
                .stream())
        .toList();
  }

  private List<Finding> around(
      Entry<Environment> environment,
      BackupPlans.Around around,
      HeldBackups held,
      Request request) {
    return BackupAlerts.around(
        watched(environment, around.plan(), held, request), around.service(), clock.instant());
  }

  private static boolean isAsked(Request request, String environment) {
    return request.environments().isEmpty() || request.environments().contains(environment);
  }

  private static WatchedBackups watched(
      Entry<Environment> environment, Entry<BackupPlan> plan, HeldBackups held, Request request) {
    return watched(environment, plan, held.backups(), held, request);
  }

  private static WatchedBackups watched(
      Entry<Environment> environment,
      Entry<BackupPlan> plan,
      List<StoredBackup> backups,
      HeldBackups held,
      Request request) {
    String method = BackupPlans.word(plan.spec());
    return new WatchedBackups(
        environment.name(),
        environment.spec().region(),
        plan.spec(),
        plan.name(),
        plan.source(),
        method,
        backups.stream().filter(it -> it.environment().equals(environment.name())).toList(),
        request.reads(method),
        request.region(),
        held.inUse());
  }

  private static List<String> onHold(Request request, HeldBackups held) {
    return held.backups().stream()
        .filter(it -> isAsked(request, it.environment()))
        .flatMap(it ->
            it.holds().stream()
                .map(hold -> it.environment() + "/" + it.name() + " is " + hold.words()))
        .toList();
  }

  /** A hold that nobody can prove keeps its backup all the same, until somebody looks at it. */
  private static List<Finding> unproven(Request request, HeldBackups held) {
    return held.backups().stream()
        .filter(it -> isAsked(request, it.environment()))
        .flatMap(it -> it.holds().stream().filter(hold -> !hold.note().isEmpty()))
        .distinct()
        .map(hold -> unproven(hold, request.stores().getFirst()))
        .toList();
  }

  private static Finding unproven(BackupHold hold, Path store) {
    String why = "the hold " + hold.record() + " is not proven, and keeps: " + hold.note();
    return new Finding(
        "backup-hold-unproven",
        "Holds are signed by a key that counts",
        "audit",
        Severity.MEDIUM,
        new Verdict.Unknown(why),
        new Subject("backup", "hold", hold.record(), hold.record()),
        SourceRef.file(store.toString()),
        why,
        "find out who wrote it; hold the backups anew, or release them",
        null,
        "backup-hold-unproven:" + hold.record());
  }

  /**
   * Backups that no plan speaks of: nobody notices when one is missed, and none is ever removed.
   */
  private static List<Finding> unplanned(Request request, HeldBackups held, Set<String> planned) {
    return held.backups().stream()
        .map(StoredBackup::environment)
        .filter(it -> isAsked(request, it) && !planned.contains(it))
        .distinct()
        .sorted()
        .map(it -> unplanned(it, request.place()))
        .toList();
  }

  private static Finding unplanned(String environment, String place) {
    String why = "its database has no backup plan in the estate";
    return new Finding(
        "backup-unplanned",
        "Backups are made by a plan",
        "audit",
        Severity.LOW,
        new Verdict.Fail(why),
        new Subject("backup", "backup", environment, environment),
        SourceRef.file(place),
        why,
        "add a BackupPlan, and name it in the service of the database",
        null,
        "backup-unplanned:" + environment);
  }
}
