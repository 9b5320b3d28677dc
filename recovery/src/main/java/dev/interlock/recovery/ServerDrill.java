package dev.interlock.recovery;

import dev.interlock.estate.BackupPlan;
import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.drill.Proving;
import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.Sessions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A drill of a server that somebody else restores, such as a service of a cloud: verified as Odoo
 * and as a business, cut off from the world and measured like any other, and removed at the end.
 */
public final class ServerDrill {

  /** How such a backup is made, as a plan of the estate names it. */
  public static final String METHOD = "azure-point-in-time";

  private static final String CHECK = "restore/database-comes-back";
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final int TRIES = 60;

  private final InstantSource clock;
  private final RecoveryProgress progress;
  private final Consumer<Checked> seen;

  /** Shows what each check found as soon as it is known. */
  public ServerDrill(InstantSource clock, RecoveryProgress progress, Consumer<Checked> seen) {
    this.clock = clock;
    this.progress = progress;
    this.seen = seen;
  }

  /** A server that was restored; closing removes it. */
  public interface Restored extends AutoCloseable {

    /** The database's URL, {@code postgresql://user@host:port/database}. */
    String database();

    @Override
    void close();
  }

  /** Whoever restores. */
  public interface Provider {

    /**
     * Restores.
     *
     * @throws Fault with the reason when it was refused or given up
     */
    Restored restore();
  }

  /**
   * What is drilled.
   *
   * @param environment whose it is
   * @param name what is restored, in words
   * @param plan that it is backed up by; null when nobody says
   * @param point the moment that is brought back
   * @param lostAt the assumed moment of the loss; null for the moment of the declaration
   * @param password of the database's user; null when the URL has it, or none is needed
   * @param filestore folder with the files that were brought back; null when none were
   * @param known what was found before anything was restored
   * @param processes what is measured
   * @param code names and versions of the modules whose code is there, see {@link AddonsPath}; null
   *     when no folder with code was given
   * @param jobs so much is done at the same time
   */
  public record Request(
      String environment,
      String name,
      @Nullable BackupPlan plan,
      Instant point,
      @Nullable Instant lostAt,
      @Nullable String password,
      @Nullable Path filestore,
      List<Checked> known,
      List<ProcessProof> processes,
      @Nullable Map<String, String> code,
      int jobs) {

    public Request {
      known = List.copyOf(known);
      processes = List.copyOf(processes);
      code = code == null ? null : Map.copyOf(code);
    }
  }

  /**
   * Runs it.
   *
   * @return what it found
   * @throws Fault when nothing was restored, or the server can't be reached or removed
   */
  public Drill run(Request request, Provider provider) {
    Instant declared = clock.instant();
    Instant told = request.lostAt();
    Instant lostAt = told == null ? declared : told;
    Proving proving = new Proving(progress, seen);
    request.known().forEach(proving::keep);
    try (Restored restored = proving.stages().run("restore", provider::restore)) {
      PostgresAddress database = address(restored.database(), request.password());
      proving.stages().run("connect", () -> reached(database));
      proving.keep(Checked.pass(CHECK, "the database answers", Map.of()));
      prove(request, lostAt, odoo(request, database), proving);
    }
    return proving.result(
        request.environment(), request.name(), declared, request.point(), lostAt, clock.instant());
  }

  /** Of such a backup nothing is recorded but the moment. */
  private static RestoredOdoo odoo(Request request, PostgresAddress database) {
    Instant point = request.point();
    Backup backup =
        new Backup(
            request.environment(),
            request.name(),
            METHOD,
            point,
            point,
            null,
            null,
            List.of(),
            null,
            point);
    return new RestoredOdoo(database.dataSource(), request.filestore(), backup);
  }

  private void prove(Request request, Instant lostAt, RestoredOdoo odoo, Proving proving) {
    // What the tables held at that moment, nobody wrote down.
    CheckSettings settings =
        new CheckSettings(
            null,
            request.code(),
            request.plan(),
            request.jobs(),
            progress::at,
            Proving.LONGEST_STATEMENT);
    proving.verify(odoo, RestoreChecks.shipped(settings));
    proving.neutralise(odoo);
    proving.measure(odoo, request.processes(), request.point(), lostAt, null);
  }

  private static PostgresAddress address(String url, @Nullable String password) {
    PostgresAddress address = PostgresAddress.of(url);
    return password == null ? address : address.as(address.user(), password);
  }

  /** A new server's name is known everywhere only after a while. */
  private static boolean reached(PostgresAddress database) {
    for (int tries = 1; ; tries++) {
      try (Connection _ = Sessions.connect(database)) {
        return true;
      } catch (Fault e) {
        if (tries == TRIES || isRefused(e)) {
          throw e;
        }
      } catch (SQLException e) {
        throw new Fault(RecoveryCode.PLACE_FAILED.code(), String.valueOf(e.getMessage()), e);
      }
      pause();
    }
  }

  /** Class 28 of SQLSTATE: whoever is not let in now is not let in later. */
  private static boolean isRefused(Fault fault) {
    return fault.getCause() instanceof SQLException refused
        && refused.getSQLState() != null
        && refused.getSQLState().startsWith("28");
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(RecoveryCode.PLACE_FAILED.code(), "interrupted", e);
    }
  }
}
