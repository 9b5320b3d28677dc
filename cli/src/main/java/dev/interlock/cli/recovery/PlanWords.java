package dev.interlock.cli.recovery;

import dev.interlock.finding.Durations;
import dev.interlock.recovery.RecoveryPlan.Prospect;
import dev.interlock.recovery.RecoveryPlan.Step;
import java.util.Locale;
import java.util.stream.Collectors;

/** What text and page of a plan say alike. */
final class PlanWords {

  private PlanWords() {}

  static String expected(Step step) {
    var expected = step.expected();
    return expected == null
        ? "time unknown: never measured"
        : Durations.words(expected) + ", " + step.measured();
  }

  static String after(Step step) {
    return step.after().isEmpty()
        ? ""
        : "after " + step.after().stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  static String state(Prospect it) {
    return it.state().name().toLowerCase(Locale.ROOT);
  }

  static String prospect(Prospect it) {
    String measured =
        Durations.words(it.atLeast()) + " measured, may stand still " + Durations.words(it.rto());
    return it.unmeasured().isEmpty()
        ? measured
        : measured + "; never measured: " + String.join(", ", it.unmeasured());
  }
}
