package dev.interlock.guardrails.judge;

import dev.interlock.estate.Control;
import dev.interlock.estate.Tier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides from plane, type and tier alone which resources a control is about. */
public final class Applicability {

  /** Stands for every Kubernetes kind that runs pods. */
  public static final String WORKLOADS = "workloads";

  private Applicability() {}

  /**
   * True when the control is about such resources.
   *
   * @param plane the plane's word
   * @param runsPods whether such a resource holds a pod, whatever its kind
   * @param tier of the environment that is checked, or null without one
   */
  public static boolean holds(
      Control.Match match, String plane, String type, boolean runsPods, @Nullable Tier tier) {
    return (match.planes().isEmpty() || match.planes().contains(plane))
        && (match.tiers().isEmpty() || (tier != null && match.tiers().contains(tier)))
        && (match.types().isEmpty() || anyType(match.types(), plane, type, runsPods));
  }

  private static boolean anyType(
      List<String> patterns, String plane, String type, boolean runsPods) {
    for (String pattern : patterns) {
      boolean matches =
          pattern.equals(WORKLOADS)
              ? plane.equals("kubernetes") && runsPods
              : Glob.matches(pattern, type);
      if (matches) {
        return true;
      }
    }
    return false;
  }
}
