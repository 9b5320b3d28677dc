package dev.interlock.usecases;

import dev.interlock.azure.AzureAccess;
import dev.interlock.azure.FlexibleServer;
import dev.interlock.azure.FlexibleServers;
import dev.interlock.estate.BackupPlan;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.RecoveryProgress;
import dev.interlock.recovery.ServerDrill;
import dev.interlock.recovery.TakeBackup;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets Azure restore a flexible server to a moment, verifies the new server as Odoo and as a
 * business, removes it, and signs what was found.
 */
public final class DrillFlexibleServer {

  /** Stands for the name of the new server in a URL. */
  public static final String SERVER = "{server}";

  /** The log reaches Azure's store within five minutes. */
  private static final Duration LOG_IS_LATE = Duration.ofMinutes(10);

  private final AzureAccess access;
  private final InstantSource clock;
  private final RecoveryProgress progress;
  private final Consumer<Checked> seen;

  /** Shows what each check found as soon as it is known. */
  public DrillFlexibleServer(
      AzureAccess access, InstantSource clock, RecoveryProgress progress, Consumer<Checked> seen) {
    this.access = access;
    this.clock = clock;
    this.progress = progress;
    this.seen = seen;
  }

  /**
   * What to drill.
   *
   * @param estate folder of the estate
   * @param environment name of the environment
   * @param server resource id of the server to go back with
   * @param database URL of the database on the new server, with {@link #SERVER} in place of the
   *     host
   * @param passwordFile holds the password in its first line; null when the URL has it, or none is
   *     needed
   * @param filestore folder with the files of the same moment; null when none were brought back
   * @param point the moment; null for ten minutes ago
   * @param lostAt the assumed moment of the loss; null for now
   * @param addons folders with the code of Odoo's modules, the first that has a module counts;
   *     empty when nobody asks whether installed modules have code
   * @param signingKey file of the private key that signs the drill
   * @param jobs so much is done at the same time
   * @param out file that the signed drill goes to; must not exist
   */
  public record Request(
      Path estate,
      String environment,
      String server,
      String database,
      @Nullable Path passwordFile,
      @Nullable Path filestore,
      @Nullable Instant point,
      @Nullable Instant lostAt,
      List<Path> addons,
      Path signingKey,
      int jobs,
      Path out) {

    public Request {
      addons = List.copyOf(addons);
    }
  }

  /**
   * Drills, signs and writes.
   *
   * @throws InputRejected when the estate, a key or an option can't be used
   * @throws dev.interlock.finding.Fault when Azure did not restore, or the new server can't be
   *     reached or removed; nothing is signed then
   */
  public RunDrill.Drilled run(Request request) {
    require(request);
    Map<String, String> code = GivenCode.in(request.addons());
    DrillFrame frame =
        DrillFrame.open(
            request.estate(), request.environment(), request.signingKey(), request.out());
    return frame.signed(drill(request, frame, code), clock);
  }

  private Drill drill(Request request, DrillFrame frame, @Nullable Map<String, String> code) {
    BackupPlan plan = BackupPlans.of(frame.estate(), frame.environment(), ServerDrill.METHOD);
    String password = RunBackup.password(request.passwordFile());
    FlexibleServers servers = FlexibleServers.of(access);
    FlexibleServer source = servers.get(request.server());
    Instant point = point(request, source);
    DrilledServer drilled = new DrilledServer(servers, source, clock);
    frame.doubts().addAll(drilled.sweep());
    if (plan == null) {
      frame
          .doubts()
          .add("no plan of the estate says azure-point-in-time for this environment's database");
    }
    return new ServerDrill(clock, progress, seen)
        .run(
            new ServerDrill.Request(
                request.environment(),
                source.id() + "@" + point,
                plan,
                point,
                request.lostAt(),
                password,
                request.filestore(),
                plan == null ? List.of() : PromisedByAzure.checks(source, plan),
                frame.proofs(),
                code,
                request.jobs()),
            () -> drilled.restore(point, request.database()));
  }

  private Instant point(Request request, FlexibleServer source) {
    Instant asked = request.point();
    Instant point = asked == null ? clock.instant().minus(LOG_IS_LATE) : asked;
    Instant earliest = source.earliest();
    if (earliest == null) {
      throw wrong("--server", "has nothing yet that it can go back to", "try again in an hour");
    }
    if (point.isBefore(earliest) || point.isAfter(clock.instant())) {
      throw wrong(
          "--to-time", "can't be gone back to: " + point, "Azure keeps what was since " + earliest);
    }
    return point;
  }

  private void require(Request request) {
    AzureEndpoint.problem(access)
        .ifPresent(problem -> {
          throw new InputRejected(List.of(problem));
        });
    if (!FlexibleServers.isId(request.server())) {
      throw wrong(
          "--server",
          "is no resource id of a flexible server",
          "az postgres flexible-server show prints it as id");
    }
    String database = request.database();
    if (!database.contains("@" + SERVER)
        || !TakeBackup.isAddress(database.replace(SERVER, "localhost"))) {
      throw wrong(
          "--database",
          "is no address on the new server",
          "such as postgresql://odoo@{server}:5432/erp?sslmode=require");
    }
  }

  private static InputRejected wrong(String option, String what, String hint) {
    return new InputRejected(ActionCode.BAD_OPTION.code(), option, what, hint);
  }
}
