package dev.interlock.recovery;

import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.evidence.Drill;
import dev.interlock.recovery.RecoveryPlan.Choice;
import dev.interlock.recovery.RecoveryPlan.Step;
import dev.interlock.recovery.plan.ChooseBackup;
import dev.interlock.recovery.plan.Gaps;
import dev.interlock.recovery.plan.Measurements;
import dev.interlock.recovery.plan.MissingParts;
import dev.interlock.recovery.plan.People;
import dev.interlock.recovery.plan.Prospects;
import dev.interlock.recovery.plan.ServiceOrder;
import dev.interlock.recovery.plan.StepWriter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the plan to bring an environment back, from what the estate says and what drills measured.
 * What was never measured stays unknown, and what the estate leaves open is a gap.
 */
public final class PlanRecovery {

  private PlanRecovery() {}

  /**
   * What is known.
   *
   * @param estate the company
   * @param environment name of the environment that is lost
   * @param scenario what has happened
   * @param happenedAt when; null when nobody knows
   * @param drills those of this environment that count, newest first
   * @param backups what a store holds of this environment; null when no store was named
   * @param now the present moment
   */
  public record Known(
      Estate estate,
      String environment,
      Scenario scenario,
      @Nullable Instant happenedAt,
      List<Drill> drills,
      @Nullable List<StoredBackup> backups,
      Instant now) {

    public Known {
      drills = List.copyOf(drills);
      backups = backups == null ? null : List.copyOf(backups);
    }

    /** The environment itself; IllegalArgumentException when the estate has none of that name. */
    public Environment place() {
      return estate
          .find(Environment.class, environment)
          .orElseThrow(() -> new IllegalArgumentException("no environment " + environment));
    }
  }

  /** The plan. */
  public static RecoveryPlan of(Known known) {
    Gaps gaps = new Gaps(known.estate());
    People people = new People(known, gaps);
    ServiceOrder order = ServiceOrder.of(known.estate(), known.place());
    Measurements measured = Measurements.of(known, gaps);
    Choice choice = ChooseBackup.of(known, gaps);
    MissingParts.look(known, order, gaps);
    List<Step> steps = new StepWriter(known, people, measured, choice).write(order);
    return new RecoveryPlan(
        known.environment(),
        known.place().displayName(),
        known.scenario(),
        known.now(),
        known.happenedAt(),
        people.decides(),
        people.signsOff(),
        choice,
        steps,
        Prospects.of(known, steps, people, gaps),
        gaps.all());
  }
}
