package dev.interlock.cli.drill;

import dev.interlock.evidence.Drill;
import dev.interlock.recovery.Objective;
import dev.interlock.usecases.ReviewDrills.Reviewed;
import java.util.List;

/** Whether a drill is good news, and how that is said. */
final class DrillResult {

  private DrillResult() {}

  static boolean isGood(Reviewed shown) {
    return shown.item().trusted() && isGood(shown.drill(), shown.objectives());
  }

  static boolean isGood(Drill drill, List<Objective> objectives) {
    return drill.verified() && objectives.stream().allMatch(o -> o.state() == Objective.State.KEPT);
  }

  static String verified(Drill drill) {
    return drill.verified() ? "verified" : "NOT VERIFIED";
  }

  static String kept(List<Objective> objectives) {
    long kept = objectives.stream().filter(o -> o.state() == Objective.State.KEPT).count();
    return kept + " of " + objectives.size() + " objectives kept";
  }
}
