package dev.interlock.estate.checks;

import dev.interlock.estate.ControlSet;
import dev.interlock.estate.Entry;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import dev.interlock.estate.Kind;
import dev.interlock.estate.Waiver;
import dev.interlock.finding.Suggestion;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Controls that sets and waivers name exist. Without the names of the shipped controls only those
 * are reported that look like a mistyped control of the estate's own. A waiver may also name a
 * definition of Azure Policy, where a set names folders of these.
 */
final class ControlsExist implements Check {

  private final Set<String> shipped;
  private boolean policies;

  ControlsExist(Set<String> shipped) {
    this.shipped = shipped;
  }

  @Override
  public void run(Estate estate, Names names, Report report) {
    Set<String> known = new TreeSet<>(names.of(Kind.CONTROL));
    known.addAll(shipped);
    policies =
        estate.all(ControlSet.class).values().stream().anyMatch(set -> !set.policies().isEmpty());
    for (Entry<Waiver> waiver : estate.entries(Waiver.class)) {
      check(waiver, waiver.spec().control(), known, report, "control");
    }
    for (Entry<ControlSet> set : estate.entries(ControlSet.class)) {
      List<String> controls = set.spec().controls();
      for (int i = 0; i < controls.size(); i++) {
        check(set, controls.get(i), known, report, "controls", i);
      }
      for (String control : set.spec().severities().keySet()) {
        check(set, control, known, report, "severities", control);
      }
      for (String control : set.spec().params().keySet()) {
        check(set, control, known, report, "params", control);
      }
    }
  }

  private void check(
      Entry<?> entry, String control, Set<String> known, Report report, Object... path) {
    boolean mayBePolicy = policies && entry.kind() == Kind.WAIVER;
    boolean exists =
        control.endsWith("*")
            ? known.stream().anyMatch(name -> name.startsWith(stem(control)))
            : known.contains(control);
    if (exists) {
      return;
    }
    String near = Suggestion.didYouMean(control, known).orElse(null);
    if (near != null || (!shipped.isEmpty() && !mayBePolicy)) {
      String message = path[0] + ": there is no control \"" + control + "\"";
      report.add(EstateCode.UNKNOWN_CONTROL, entry.at(path), message, near);
    }
  }

  private static String stem(String pattern) {
    return pattern.substring(0, pattern.length() - 1);
  }
}
