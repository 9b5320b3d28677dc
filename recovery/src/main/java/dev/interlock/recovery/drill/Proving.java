package dev.interlock.recovery.drill;

import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Measured;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.recovery.Neutralise;
import dev.interlock.recovery.ProcessProof;
import dev.interlock.recovery.RecoveryProgress;
import dev.interlock.recovery.RestoreChecks;
import dev.interlock.recovery.RestoredOdoo;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is proven in a drill, wherever the copy came back, in the order in which it is asked. */
public final class Proving {

  /** No statement lasts longer. */
  public static final Duration LONGEST_STATEMENT = Duration.ofMinutes(15);

  private static final Checked NOT_BOOTED =
      Checked.unknown("", "no Odoo was booted in this drill, so nobody knows");

  private final Stages stages;
  private final Consumer<Checked> seen;
  private final List<Checked> checks = new ArrayList<>();
  private final List<Measured> measured = new ArrayList<>();

  /** The watch runs from now on; each result is shown as soon as it is known. */
  public Proving(RecoveryProgress progress, Consumer<Checked> seen) {
    this.stages = new Stages(progress);
    this.seen = seen;
  }

  /** How long each part took. */
  public Stages stages() {
    return stages;
  }

  /** What was found so far. */
  public List<Checked> checks() {
    return List.copyOf(checks);
  }

  /** Whether the backup is known not to be good. */
  public boolean foundBad() {
    return checks.stream().anyMatch(it -> it.outcome() == Outcome.FAIL);
  }

  /** Keeps and shows a result. */
  public void keep(Checked result) {
    checks.add(result);
    seen.accept(result);
  }

  /** Asks what was restored, before anything in it is changed. */
  public void verify(RestoredOdoo odoo, RestoreChecks asked) {
    stages.run("verify", () -> asked.run(odoo, this::keep));
  }

  /** Cuts the copy off from the world, and asks whether it is. */
  public void neutralise(RestoredOdoo odoo) {
    stages.run(
        "neutralise",
        () -> {
          try {
            Neutralise.run(odoo.database());
          } catch (SQLException e) {
            keep(Checked.fail("neutralised/all", String.valueOf(e.getMessage()), Map.of()));
          }
          return RestoreChecks.neutralised(LONGEST_STATEMENT).run(odoo, this::keep);
        });
  }

  /**
   * Measures each process.
   *
   * @param point the moment that was brought back
   * @param lostAt the assumed moment of the loss
   * @param booting starts the company's Odoo for what must work in it; null where none can be
   */
  public void measure(
      RestoredOdoo odoo,
      List<ProcessProof> processes,
      Instant point,
      Instant lostAt,
      @Nullable Booting booting) {
    Measuring measuring = new Measuring(odoo, point, lostAt, stages::elapsed);
    stages.run(
        "probe",
        () -> {
          processes.forEach(measuring::measure);
          return measuring;
        });
    if (booting == null) {
      processes.stream()
          .filter(ProcessProof::inOdoo)
          .forEach(process -> measuring.inOdoo(process, NOT_BOOTED));
    } else {
      booting.run(stages, this::keep, processes, measuring::inOdoo);
    }
    measuring.checks().forEach(this::keep);
    measured.addAll(measuring.measured());
  }

  /**
   * All of it as evidence; verified when every check passed.
   *
   * @param backup what was restored, by its name
   * @param declared when the restore was declared
   * @param point the moment that was brought back or asked for; null when there is none
   */
  public Drill result(
      String environment,
      String backup,
      Instant declared,
      @Nullable Instant point,
      Instant lostAt,
      Instant ended) {
    boolean verified = checks.stream().allMatch(c -> c.outcome() == Outcome.PASS);
    return new Drill(
        environment,
        backup,
        verified,
        measured,
        declared,
        point,
        lostAt,
        stages.done(),
        checks,
        ended);
  }
}
