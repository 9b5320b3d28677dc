package dev.interlock.guardrails.azurepolicy.rule;

import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import java.util.Locale;

/**
 * Names of locations as Azure Policy compares them: {@code East US 2} is {@code eastus2}.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/governance/policy/concepts/definition-structure-policy-rule#fields">Fields</a>
 */
public final class LocationNames {

  private LocationNames() {}

  /** A name, or a list of names, without blanks and in lower case; anything else as it is. */
  public static Value normal(Value value) {
    return switch (value) {
      case StringValue text -> Values.of(normal(text.text()));
      case ArrayValue array ->
          new ArrayValue(array.items().stream().map(LocationNames::normal).toList());
      default -> value;
    };
  }

  /** A name without blanks and in lower case. */
  public static String normal(String name) {
    return name.replace(" ", "").toLowerCase(Locale.ROOT);
  }
}
