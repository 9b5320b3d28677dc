package dev.interlock.guardrails.azurepolicy.function;

import dev.interlock.expression.FunctionTable;
import dev.interlock.expression.ObjectValue;
import dev.interlock.guardrails.azurepolicy.field.Fields;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import java.util.List;

/**
 * The functions that a policy rule may call.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/governance/policy/concepts/definition-structure-policy-rule#policy-functions">Policy
 *     functions</a>
 */
public final class PolicyFunctions {

  /** Functions of templates that Microsoft excludes from policy rules. */
  private static final List<String> EXCLUDED =
      List.of(
          "dateTimeAdd",
          "dateTimeFromEpoch",
          "dateTimeToEpoch",
          "map",
          "filter",
          "reduce",
          "sort",
          "toObject",
          "groupBy",
          "mapValues");

  private PolicyFunctions() {}

  /**
   * All functions, with what is fixed when a rule is compiled.
   *
   * @param parameters values by name
   * @param policy what {@code policy()} gives
   */
  public static FunctionTable<PolicyScope> table(
      Fields fields, ObjectValue parameters, ObjectValue policy) {
    return FunctionTable.<PolicyScope>standard()
        .without(EXCLUDED)
        .withPure(List.of(new Parameters(parameters), new Policy(policy)))
        .with(
            List.of(
                new Field(fields),
                new Current(fields),
                new ResourceGroup(),
                new Subscription(),
                new RequestContext(),
                new UtcNow()));
  }
}
