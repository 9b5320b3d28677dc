package dev.interlock.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people do, in which order, to bring an environment back.
 *
 * @param environment its name
 * @param displayName as people know it
 * @param scenario what has happened
 * @param made when the plan was made
 * @param happenedAt when it happened; null when nobody said so
 * @param decides who declares the disaster and approves
 * @param signsOff who says that the recovered system is good
 * @param choice what is brought back
 * @param steps in an order in which they can be done; those that do not wait for one another can be
 *     done at the same time
 * @param processes what the plan means for each business process, by name
 * @param gaps what is missing; the plan is no better than they are
 */
public record RecoveryPlan(
    String environment,
    String displayName,
    Scenario scenario,
    Instant made,
    @Nullable Instant happenedAt,
    Contact decides,
    Contact signsOff,
    Choice choice,
    List<Step> steps,
    List<Prospect> processes,
    List<Gap> gaps) {

  public RecoveryPlan {
    steps = List.copyOf(steps);
    processes = List.copyOf(processes);
    gaps = List.copyOf(gaps);
  }

  /**
   * Who does something.
   *
   * @param name as people know them
   * @param reach where to reach them; null when the estate does not say
   */
  public record Contact(String name, @Nullable String reach) {

    /** Both in words. */
    public String words() {
      return reach == null ? name + " (no contact)" : name + ", " + reach;
    }
  }

  /**
   * What is brought back.
   *
   * @param backup name of the backup; null when none is known that fits
   * @param point the moment that it brings back; null when no backup is known
   * @param why it and no other, or why none, in words
   * @param withLog true when its log brings it to that moment
   */
  public record Choice(
      @Nullable String backup, @Nullable Instant point, String why, boolean withLog) {

    /** One that needs no log, or none. */
    public Choice(@Nullable String backup, @Nullable Instant point, String why) {
      this(backup, point, why, false);
    }
  }

  /**
   * One step.
   *
   * @param number from 1
   * @param key what stays the same from plan to plan: {@code service/NAME} for bringing one back
   * @param title what is done, in a few words
   * @param details how, one sentence each
   * @param after numbers of the steps that must be finished before
   * @param who does it
   * @param expected how long it takes, as it was measured; null when it never was
   * @param measured by what, in words
   */
  public record Step(
      int number,
      String key,
      String title,
      List<String> details,
      List<Integer> after,
      Contact who,
      @Nullable Duration expected,
      String measured) {

    public Step {
      details = List.copyOf(details);
      after = List.copyOf(after);
    }
  }

  /**
   * What the plan means for a business process.
   *
   * @param process its name
   * @param displayName as people know it
   * @param rto how long it may stand still
   * @param atLeast the longest way through the steps that it waits for, as far as they were
   *     measured
   * @param unmeasured steps that it waits for and that nobody ever measured
   * @param owner who answers for it
   */
  public record Prospect(
      String process,
      String displayName,
      Duration rto,
      Duration atLeast,
      List<String> unmeasured,
      Contact owner) {

    public Prospect {
      unmeasured = List.copyOf(unmeasured);
    }

    /** Whether the objective is kept; unknown while a step on the way was never measured. */
    public Objective.State state() {
      if (atLeast.compareTo(rto) > 0) {
        return Objective.State.MISSED;
      }
      return unmeasured.isEmpty() ? Objective.State.KEPT : Objective.State.UNKNOWN;
    }
  }

  /**
   * Something is missing.
   *
   * @param code permanent, see {@link RecoveryCode}
   * @param where file and line in the estate, or what it is about
   * @param message what is missing
   * @param hint what to do about it
   */
  public record Gap(String code, String where, String message, String hint) {}

  /** True when nothing is missing and every objective is kept. */
  public boolean isReady() {
    return gaps.isEmpty() && processes.stream().allMatch(it -> it.state() == Objective.State.KEPT);
  }
}
