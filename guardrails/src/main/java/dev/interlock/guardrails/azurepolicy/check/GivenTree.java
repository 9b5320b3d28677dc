package dev.interlock.guardrails.azurepolicy.check;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.SequenceNode;
import dev.interlock.facts.Resource;
import dev.interlock.guardrails.azurepolicy.assignment.AssignedRule;
import dev.interlock.guardrails.azurepolicy.assignment.Hierarchy;
import dev.interlock.guardrails.azurepolicy.model.Exemption;
import dev.interlock.guardrails.azurepolicy.rule.ResourceIds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The management groups that subscriptions of the input are in, as Resource Graph tells them.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/governance/management-groups/resource-graph-samples">Samples
 *     of queries for management groups: managementGroupAncestorsChain</a>
 */
final class GivenTree {

  private static final String SUBSCRIPTION = "microsoft.resources/subscriptions";

  private final boolean asked;
  private final Map<String, List<String>> chains = new HashMap<>();

  /** For what is in force. */
  GivenTree(List<AssignedRule> rules, List<Exemption> exemptions) {
    Stream<String> assigned = rules.stream().flatMap(GivenTree::scopes);
    Stream<String> exempt = exemptions.stream().map(Exemption::scope);
    this.asked = Stream.concat(assigned, exempt).anyMatch(Hierarchy::isManagementGroup);
  }

  private static Stream<String> scopes(AssignedRule rule) {
    return Stream.concat(
        Stream.of(rule.assignment().scope()), rule.assignment().notScopes().stream());
  }

  /** True when something is in force at a management group. */
  boolean asked() {
    return asked;
  }

  /** Takes in what a subscription tells. */
  void see(Resource resource) {
    if (asked && resource.type().equalsIgnoreCase(SUBSCRIPTION)) {
      String id = ResourceIds.after(resource.id(), "subscriptions");
      List<String> chain = chain(resource.body());
      if (id != null && !chain.isEmpty()) {
        chains.put(id, chain);
      }
    }
  }

  /** The groups of each subscription that told them, the nearest first. */
  Map<String, List<String>> chains() {
    return chains;
  }

  private static List<String> chain(MappingNode body) {
    List<String> names = new ArrayList<>();
    if (body.get("properties") instanceof MappingNode properties
        && properties.get("managementGroupAncestorsChain") instanceof SequenceNode groups) {
      for (Node group : groups.items()) {
        String name = group instanceof MappingNode one ? one.text("name") : null;
        if (name != null) {
          names.add(name);
        }
      }
    }
    return names;
  }
}
