package dev.interlock.guardrails.azurepolicy.assignment;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.expression.StringValue;
import dev.interlock.guardrails.azurepolicy.effect.Details;
import dev.interlock.guardrails.azurepolicy.effect.Effect;
import dev.interlock.guardrails.azurepolicy.model.ParameterDeclaration;
import dev.interlock.guardrails.azurepolicy.model.PolicyDefinition;
import dev.interlock.guardrails.azurepolicy.model.PolicyOverride;
import dev.interlock.guardrails.azurepolicy.model.Selector;
import dev.interlock.guardrails.azurepolicy.rule.PolicyRule;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether overrides set effects that a definition can have: Azure checks them against the rule and
 * the values that the effect's parameter allows.
 */
final class OverrideChecks {

  private static final Pattern PARAMETER =
      Pattern.compile("\\[\\s*parameters\\(\\s*'([^']+)'\\s*\\)\\s*\\]", Pattern.CASE_INSENSITIVE);

  private OverrideChecks() {}

  /** Why a rule can't have the effect that an override gives it; null when it can. */
  static @Nullable String flaw(AssignedRule rule, PolicyRule compiled) {
    PolicyDefinition definition = java.util.Objects.requireNonNull(rule.definition());
    for (PolicyOverride override : rule.assignment().overrides()) {
      if (override.kind() == PolicyOverride.Kind.POLICY_EFFECT && names(override, rule)) {
        Effect effect = Effect.of(override.value()).orElse(null);
        if (effect == null) {
          return "an override sets the effect \"" + override.value() + "\", which there is not";
        }
        if (!isAllowed(effect, definition) || !hasDetails(effect, compiled.details())) {
          return "an override sets the effect "
              + effect.word()
              + ", which the definition can't have";
        }
      }
    }
    return null;
  }

  /** True unless the override is for other definitions of the initiative only. */
  private static boolean hasDetails(Effect effect, Details details) {
    return (!effect.asksForExistence() || details.existence() != null)
        && (!effect.changesRequest() || !details.operations().isEmpty());
  }

  private static boolean names(PolicyOverride override, AssignedRule rule) {
    return override.selectors().stream()
        .filter(one -> one.kind() == Selector.Kind.POLICY_DEFINITION_REFERENCE_ID)
        .allMatch(one -> lists(one, rule.referenceId()));
  }

  private static boolean lists(Selector selector, @Nullable String reference) {
    List<String> in = selector.in();
    List<String> notIn = selector.notIn();
    return (in == null || in.stream().anyMatch(id -> id.equalsIgnoreCase(reference)))
        && (notIn == null || notIn.stream().noneMatch(id -> id.equalsIgnoreCase(reference)));
  }

  private static boolean isAllowed(Effect effect, PolicyDefinition definition) {
    ParameterDeclaration parameter = effectParameter(definition);
    return parameter == null
        || effect == Effect.DISABLED
        || parameter.allowedValues().isEmpty()
        || parameter.allowedValues().stream()
            .anyMatch(v -> v instanceof StringValue t && t.text().equalsIgnoreCase(effect.word()));
  }

  /** The parameter that sets the effect; null when none alone does. */
  private static @Nullable ParameterDeclaration effectParameter(PolicyDefinition definition) {
    Node then = one(definition.rule(), "then");
    Node effect = then instanceof MappingNode mapping ? one(mapping, "effect") : null;
    if (!(effect instanceof ScalarNode text)) {
      return null;
    }
    Matcher matcher = PARAMETER.matcher(text.text());
    return matcher.matches() ? definition.parameters().get(matcher.group(1)) : null;
  }

  private static @Nullable Node one(MappingNode mapping, String word) {
    return mapping.entries().stream()
        .filter(entry -> entry.key().equalsIgnoreCase(word))
        .findFirst()
        .map(MappingNode.Entry::value)
        .orElse(null);
  }
}
