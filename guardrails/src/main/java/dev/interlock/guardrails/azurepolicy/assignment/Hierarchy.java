package dev.interlock.guardrails.azurepolicy.assignment;

import dev.interlock.facts.DeploymentTarget;
import dev.interlock.guardrails.azurepolicy.condition.Truth;
import dev.interlock.guardrails.azurepolicy.rule.ResourceIds;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tree of management groups, and which of them subscriptions belong to. Names are the same in
 * any letter case.
 *
 * @see <a href="https://learn.microsoft.com/azure/governance/policy/concepts/scope">Understand
 *     scope in Azure Policy</a>
 */
public final class Hierarchy {

  /** Nothing is known of management groups. */
  public static final Hierarchy UNKNOWN = new Hierarchy(Map.of(), Map.of());

  private static final String GROUP = "/providers/microsoft.management/managementgroups/";

  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, String> groups = new HashMap<>();

  /**
   * A tree.
   *
   * @param parents of each management group; the empty text for the root
   * @param subscriptions the management group of each subscription id
   */
  public Hierarchy(Map<String, String> parents, Map<String, String> subscriptions) {
    parents.forEach((group, parent) -> this.parents.put(lower(group), lower(parent)));
    subscriptions.forEach((id, group) -> this.groups.put(lower(id), lower(group)));
  }

  /**
   * The same tree, and what somebody who saw them says of some subscriptions: that holds.
   *
   * @param chains the groups of each subscription id, the nearest first, up to the root
   */
  Hierarchy with(Map<String, List<String>> chains) {
    Hierarchy seen = new Hierarchy(parents, groups);
    chains.forEach((id, chain) -> {
      seen.groups.put(lower(id), lower(chain.getFirst()));
      for (int i = 0; i < chain.size(); i++) {
        String parent = i + 1 < chain.size() ? chain.get(i + 1) : "";
        seen.parents.put(lower(chain.get(i)), lower(parent));
      }
    });
    return seen;
  }

  /** True for the scope of a management group. */
  public static boolean isManagementGroup(String scope) {
    return group(lower(scope)) != null;
  }

  /** Whether an id is a scope or lies in it; unknown where the tree does not say. */
  public Truth contains(String scope, String id) {
    String wanted = lower(scope);
    if (wanted.isEmpty()) {
      return Truth.UNKNOWN;
    }
    if (wanted.equals("/")) {
      return Truth.TRUE;
    }
    String group = group(wanted);
    if (group == null && id.isBlank()) {
      return Truth.UNKNOWN;
    }
    if (group == null) {
      return isStandIn(id, wanted) ? Truth.UNKNOWN : Truth.of(ResourceIds.isWithin(id, wanted));
    }
    return below(group, lower(id));
  }

  /** Of a template nobody may have told where it goes: nothing is known of what it would be in. */
  private static boolean isStandIn(String id, String scope) {
    boolean inAny = DeploymentTarget.NO_SUBSCRIPTION.equals(ResourceIds.after(id, "subscriptions"));
    boolean scopeToo = scope.contains(DeploymentTarget.NO_SUBSCRIPTION);
    boolean inGroup = ResourceIds.after(scope, "resourceGroups") != null;
    return (inAny && !scopeToo)
        || (inGroup && DeploymentTarget.NO_GROUP.equals(ResourceIds.after(id, "resourceGroups")));
  }

  private Truth below(String group, String id) {
    String own = group(id);
    String subscription = ResourceIds.after(id, "subscriptions");
    String start = own == null && subscription != null ? groups.get(subscription) : own;
    return start == null ? Truth.UNKNOWN : chain(start, group);
  }

  /** Up from a group; a tree with a ring in it ends where it began. */
  private Truth chain(String from, String wanted) {
    Set<String> seen = new HashSet<>();
    String here = from;
    while (here != null && !here.isEmpty() && seen.add(here)) {
      if (here.equals(wanted)) {
        return Truth.TRUE;
      }
      String parent = parents.get(here);
      if (parent == null && !parents.isEmpty() && !parents.containsKey(here)) {
        return isBelow(wanted, here) ? Truth.FALSE : Truth.UNKNOWN;
      }
      here = parent;
    }
    return parents.isEmpty() ? Truth.UNKNOWN : Truth.FALSE;
  }

  /** True when a group is told to be below another, so that it can't be above it too. */
  private boolean isBelow(String group, String other) {
    Set<String> seen = new HashSet<>();
    String here = parents.get(group);
    while (here != null && seen.add(here)) {
      if (here.equals(other)) {
        return true;
      }
      here = parents.get(here);
    }
    return false;
  }

  /** The name of the management group that a lower-case id is of; null when it is of none. */
  private static @Nullable String group(String id) {
    if (!id.startsWith(GROUP)) {
      return null;
    }
    int end = id.indexOf('/', GROUP.length());
    return id.substring(GROUP.length(), end < 0 ? id.length() : end);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
