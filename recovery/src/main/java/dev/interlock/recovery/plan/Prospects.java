package dev.interlock.recovery.plan;

import dev.interlock.estate.BusinessProcess;
import dev.interlock.estate.ProcessImpact;
import dev.interlock.estate.ServiceDependencies;
import dev.interlock.finding.Durations;
import dev.interlock.recovery.Objective;
import dev.interlock.recovery.PlanRecovery.Known;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.RecoveryPlan.Prospect;
import dev.interlock.recovery.RecoveryPlan.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How long each process stands still if the plan is followed: the longest way from the declaration
 * through the steps that it waits for to the end of verifying. Steps that do not wait for one
 * another are done at the same time.
 */
public final class Prospects {

  private Prospects() {}

  /** Of every process of the environment; one that can't keep its objective is a gap. */
  public static List<Prospect> of(Known known, List<Step> steps, People people, Gaps gaps) {
    Set<String> here = ProcessImpact.of(known.estate()).processesOf(known.place());
    ServiceDependencies dependencies = ServiceDependencies.of(known.estate());
    Map<String, BusinessProcess> processes =
        new TreeMap<>(known.estate().all(BusinessProcess.class));
    processes.keySet().retainAll(here);
    List<Prospect> all = new ArrayList<>();
    processes.forEach((name, process) -> {
      Set<String> needed = dependencies.neededBy(process.services());
      List<Step> waited = steps.stream().filter(step -> isWaitedFor(step, needed)).toList();
      Prospect prospect = of(name, process, waited, people);
      if (prospect.state() == Objective.State.MISSED) {
        gaps.about(
            RecoveryCode.TOO_SLOW,
            BusinessProcess.class,
            name,
            tooSlow(prospect, process),
            "a standby that runs, a faster restore, or an objective that can be kept");
      }
      all.add(prospect);
    });
    return all;
  }

  private static Prospect of(
      String name, BusinessProcess process, List<Step> waited, People people) {
    return new Prospect(
        name,
        process.displayName(),
        process.rto(),
        longest(waited),
        waited.stream().filter(it -> it.expected() == null).map(Step::title).toList(),
        people.of(process.owner()));
  }

  private static String tooSlow(Prospect prospect, BusinessProcess process) {
    return process.displayName()
        + " stands still for "
        + Durations.words(prospect.atLeast())
        + " at least, and may for "
        + Durations.words(process.rto());
  }

  /** The clock runs from the decision to the end of verifying. */
  private static boolean isWaitedFor(Step step, Set<String> needed) {
    return switch (step.key()) {
      case StepWriter.DECIDE, StepWriter.SIGN_OFF, StepWriter.GO_ON -> false;
      case String key when key.startsWith(StepWriter.SERVICE) ->
          needed.contains(key.substring(StepWriter.SERVICE.length()));
      case String _ -> true;
    };
  }

  private static Duration longest(List<Step> steps) {
    Map<Integer, Duration> ends = new HashMap<>();
    Duration longest = Duration.ZERO;
    for (Step step : steps) {
      Duration begins = Duration.ZERO;
      for (int before : step.after()) {
        begins = later(begins, ends.getOrDefault(before, Duration.ZERO));
      }
      Duration expected = step.expected();
      Duration end = expected == null ? begins : begins.plus(expected);
      ends.put(step.number(), end);
      longest = later(longest, end);
    }
    return longest;
  }

  private static Duration later(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
