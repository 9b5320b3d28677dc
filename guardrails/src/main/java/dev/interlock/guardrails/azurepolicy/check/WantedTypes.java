package dev.interlock.guardrails.azurepolicy.check;

import dev.interlock.expression.Program;
import dev.interlock.expression.StringValue;
import dev.interlock.guardrails.azurepolicy.assignment.AssignedRule;
import dev.interlock.guardrails.azurepolicy.effect.Effect;
import dev.interlock.guardrails.azurepolicy.effect.Existence;
import dev.interlock.guardrails.azurepolicy.rule.PolicyRule;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The types of resources that existence checks may ask for.
 *
 * @param types in lower case
 * @param any whether a check computes the type it asks for, so that it may be any
 */
public record WantedTypes(Set<String> types, boolean any) {

  /** Those that rules ask for. */
  public static WantedTypes of(List<AssignedRule> rules) {
    Set<String> types = new HashSet<>();
    boolean any = false;
    for (AssignedRule assigned : rules) {
      PolicyRule rule = assigned.rule();
      Existence existence = rule == null ? null : rule.details().existence();
      if (existence == null || assigned.constantEffect() == Effect.DISABLED) {
        continue;
      }
      if (existence.type() instanceof Program.Constant<?> constant
          && constant.value() instanceof StringValue text) {
        types.add(text.text().toLowerCase(Locale.ROOT));
      } else {
        any = true;
      }
    }
    return new WantedTypes(Set.copyOf(types), any);
  }

  /** True when nothing is asked for. */
  public boolean isEmpty() {
    return types.isEmpty() && !any;
  }

  /** True when resources of a type are asked for. */
  public boolean contains(String type) {
    return any || types.contains(type.toLowerCase(Locale.ROOT));
  }
}
