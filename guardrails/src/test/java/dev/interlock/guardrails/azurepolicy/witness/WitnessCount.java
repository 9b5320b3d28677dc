package dev.interlock.guardrails.azurepolicy.witness;

import dev.interlock.guardrails.azurepolicy.model.PolicyDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How many definitions have witnesses; those in modes of resource providers are left out.
 *
 * @param judged how many were looked at
 * @param satisfied how many ask for a related resource and have one that they are content with
 * @param sameType how many let a resource pass that has the type of one they catch
 * @param without those that lack a witness, and what was said last
 */
record WitnessCount(int judged, int satisfied, int sameType, List<String> without) {

  static WitnessCount of(List<PolicyDefinition> definitions, Set<String> leftOut) {
    Witnesses witnesses = new Witnesses();
    List<Witnesses.Found> found = new ArrayList<>();
    List<String> without = new ArrayList<>();
    for (PolicyDefinition definition : definitions) {
      if (definition.mode().isResourceProvider() || leftOut.contains(definition.name())) {
        continue;
      }
      Witnesses.Found one = witnesses.of(definition);
      found.add(one);
      if (!one.isWhole()) {
        without.add(describe(definition, one));
      }
    }
    return new WitnessCount(
        found.size(),
        (int) found.stream().filter(one -> one.satisfies() != null).count(),
        (int) found.stream().filter(Witnesses.Found::isOfOneType).count(),
        without);
  }

  private static String describe(PolicyDefinition definition, Witnesses.Found found) {
    return "%s %s: triggers %s, passes %s, satisfies %s; %s"
        .formatted(
            definition.name(),
            definition.title(),
            found.triggers() != null,
            found.passes() != null,
            !found.asks() || found.satisfies() != null,
            found.last().substring(0, Math.min(found.last().length(), 300)));
  }
}
