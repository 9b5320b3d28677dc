package dev.interlock.changes;

import dev.interlock.estate.RiskPolicy.RiskTier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The risk tier of a change.
 *
 * @param name of the tier; {@value #NONE} when there is none
 * @param tier what the tier asks for; null when there is none
 * @param reasons every rule that matched, in words, the deciding one first
 */
public record TierVerdict(String name, @Nullable RiskTier tier, List<String> reasons) {

  /** The name when no tier can be found. */
  public static final String NONE = "unclassified";

  public TierVerdict {
    reasons = List.copyOf(reasons);
  }

  /** No tier, and why. */
  static TierVerdict none(String reason) {
    return new TierVerdict(NONE, null, List.of(reason));
  }

  /** True when the tier is for emergencies. */
  public boolean emergency() {
    return tier != null && tier.emergency();
  }
}
