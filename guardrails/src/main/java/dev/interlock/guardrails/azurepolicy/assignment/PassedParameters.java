package dev.interlock.guardrails.azurepolicy.assignment;

import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.Compiler;
import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.FunctionTable;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.Program;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;
import dev.interlock.finding.Diagnostic;
import dev.interlock.guardrails.azurepolicy.function.Parameters;
import dev.interlock.guardrails.azurepolicy.model.ByName;
import dev.interlock.guardrails.azurepolicy.model.GivenParameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an initiative passes to one of its definitions: its texts may be expressions on the
 * initiative's own parameters.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/governance/policy/concepts/initiative-definition-structure#passing-a-parameter-value-to-a-policy-definition">Passing
 *     a parameter value to a policy definition</a>
 */
record PassedParameters(ByName<GivenParameter> given, List<Diagnostic> problems) {

  /** Nothing can be asked but what is passed. */
  private record Nothing() {}

  static PassedParameters of(ByName<GivenParameter> passed, ObjectValue values) {
    Compiler<Nothing> compiler =
        new Compiler<>(
            FunctionTable.<Nothing>standard().withPure(List.of(new Parameters(values))),
            Program.Missing.FAILS);
    List<GivenParameter> given = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    for (GivenParameter one : passed.all()) {
      try {
        given.add(new GivenParameter(one.name(), evaluated(one.value(), compiler), one.source()));
      } catch (ExpressionException e) {
        problems.add(
            Diagnostic.error(
                "POL061",
                one.source(),
                "the value for \"" + one.name() + "\" can't be computed: " + e.reason()));
      }
    }
    return new PassedParameters(ByName.of(given, GivenParameter::name), problems);
  }

  private static Value evaluated(Value value, Compiler<Nothing> compiler) {
    return switch (value) {
      case StringValue text -> compiler.text(text.text()).evaluate(new Nothing());
      case ArrayValue array ->
          new ArrayValue(array.items().stream().map(v -> evaluated(v, compiler)).toList());
      case ObjectValue object -> {
        Map<String, Value> properties = new LinkedHashMap<>();
        object.toMap().forEach((name, v) -> properties.put(name, evaluated(v, compiler)));
        yield ObjectValue.of(properties);
      }
      default -> value;
    };
  }
}
