package dev.interlock.guardrails.azurepolicy.check;

import dev.interlock.estate.Estate;
import dev.interlock.estate.LandingZone;
import dev.interlock.estate.LandingZone.ManagementGroup;
import dev.interlock.estate.LandingZone.Subscription;
import dev.interlock.guardrails.azurepolicy.assignment.Hierarchy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tree of management groups that an estate's landing zones declare. */
public final class EstateHierarchy {

  private EstateHierarchy() {}

  /** The tree; nothing is known of management groups without an estate. */
  public static Hierarchy of(@Nullable Estate estate) {
    if (estate == null) {
      return Hierarchy.UNKNOWN;
    }
    Map<String, String> parents = new HashMap<>();
    Map<String, String> subscriptions = new HashMap<>();
    for (LandingZone zone : estate.all(LandingZone.class).values()) {
      for (ManagementGroup group : zone.managementGroups()) {
        parents.put(group.name(), group.parent() == null ? "" : group.parent());
      }
      for (Subscription subscription : zone.subscriptions()) {
        if (subscription.id() != null && subscription.managementGroup() != null) {
          subscriptions.put(subscription.id(), subscription.managementGroup());
        }
      }
    }
    return new Hierarchy(parents, subscriptions);
  }
}
