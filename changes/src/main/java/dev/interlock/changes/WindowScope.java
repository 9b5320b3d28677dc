package dev.interlock.changes;

import dev.interlock.estate.Calendar.Effect;
import dev.interlock.estate.RiskPolicy.WindowRule;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For which change calendars are asked. What is not known is taken against the change: a calendar
 * that narrows itself to tiers or services forbids when it may be meant, and allows only when it is
 * meant for sure.
 *
 * @param rule which calendars count
 * @param tier risk tier of the change; null when not known
 * @param services services the change touches; empty when not known
 */
public record WindowScope(WindowRule rule, @Nullable String tier, Set<String> services) {

  public WindowScope {
    services = Set.copyOf(services);
  }

  /** A rule for any tier and service. */
  public static WindowScope of(WindowRule rule) {
    return new WindowScope(rule, null, Set.of());
  }

  /** True when calendars of this effect have a say under the rule. */
  public boolean asks(Effect effect) {
    return switch (rule) {
      case ANY -> false;
      case OUTSIDE_FREEZE -> effect == Effect.FREEZE;
      case FREE, MAINTENANCE -> true;
    };
  }

  /** True when a calendar of this effect, narrowed to these tiers and services, holds. */
  public boolean holds(Effect effect, Set<String> onlyTiers, Set<String> onlyServices) {
    return effect == Effect.ALLOW
        ? surely(onlyTiers, onlyServices)
        : possibly(onlyTiers, onlyServices);
  }

  private boolean possibly(Set<String> onlyTiers, Set<String> onlyServices) {
    return (onlyTiers.isEmpty() || tier == null || onlyTiers.contains(tier))
        && (onlyServices.isEmpty()
            || services.isEmpty()
            || !Collections.disjoint(onlyServices, services));
  }

  private boolean surely(Set<String> onlyTiers, Set<String> onlyServices) {
    return (onlyTiers.isEmpty() || (tier != null && onlyTiers.contains(tier)))
        && (onlyServices.isEmpty() || (!services.isEmpty() && onlyServices.containsAll(services)));
  }
}
