package dev.interlock.guardrails.azurepolicy.parameter;

import dev.interlock.expression.JsonText;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.Value;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import dev.interlock.finding.Suggestion;
import dev.interlock.guardrails.azurepolicy.model.ByName;
import dev.interlock.guardrails.azurepolicy.model.GivenParameter;
import dev.interlock.guardrails.azurepolicy.model.ParameterDeclaration;
import dev.interlock.guardrails.azurepolicy.reading.PolicyCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of all parameters of a definition or initiative: those that were given, and the
 * defaults of the others. A given value must have the declared type (nothing is converted, a single
 * text is no list) and be among the allowed ones, letter case observed. Defaults are taken as they
 * are, as Azure does: what is wrong with one is told where it is declared.
 *
 * @param values by name, found in any letter case; without those that have a problem
 * @param problems why the whole cannot be used; empty when it can
 */
public record ParameterValues(ObjectValue values, List<Diagnostic> problems) {

  public ParameterValues {
    problems = List.copyOf(problems);
  }

  /**
   * The values for some declarations.
   *
   * @param source of whoever gives them, for what is missing
   */
  public static ParameterValues of(
      ByName<ParameterDeclaration> declarations, ByName<GivenParameter> given, SourceRef source) {
    Map<String, Value> values = new LinkedHashMap<>();
    List<Diagnostic> problems = new ArrayList<>();
    for (ParameterDeclaration declaration : declarations.all()) {
      GivenParameter own = given.get(declaration.name());
      Value value = own == null ? declaration.defaultValue() : own.value();
      if (value == null) {
        problems.add(missing(declaration, source));
      } else if (own == null || fits(declaration, own, problems)) {
        values.put(declaration.name(), value);
      }
    }
    for (GivenParameter parameter : given.all()) {
      if (!declarations.contains(parameter.name())) {
        problems.add(undeclared(parameter, declarations.names()));
      }
    }
    return new ParameterValues(ObjectValue.of(values), problems);
  }

  /** True when every parameter has a value that it may have, and nothing else was given. */
  public boolean isSound() {
    return problems.isEmpty();
  }

  private static boolean fits(
      ParameterDeclaration declaration, GivenParameter given, List<Diagnostic> problems) {
    if (!ParameterFit.hasType(given.value(), declaration.type())) {
      problems.add(
          PolicyCode.POL021.error(
              given.source(),
              "the parameter "
                  + declaration.name()
                  + " is of type "
                  + declaration.type().word()
                  + ", and the value is of type "
                  + given.value().typeName(),
              null));
      return false;
    }
    if (!ParameterFit.isAllowed(given.value(), declaration)) {
      problems.add(notAllowed(declaration, given));
      return false;
    }
    return true;
  }

  private static Diagnostic notAllowed(ParameterDeclaration declaration, GivenParameter given) {
    List<String> allowed = declaration.allowedValues().stream().map(JsonText::of).toList();
    return PolicyCode.POL022.error(
        given.source(),
        "the value of the parameter " + declaration.name() + " is not among the allowed ones",
        "allowed, in exactly this letter case: " + String.join(", ", allowed));
  }

  private static Diagnostic missing(ParameterDeclaration declaration, SourceRef source) {
    return PolicyCode.POL020.error(
        source,
        "the parameter " + declaration.name() + " has no default and is not given",
        "give it a value of type " + declaration.type().word());
  }

  private static Diagnostic undeclared(GivenParameter given, List<String> declared) {
    return PolicyCode.POL023.error(
        given.source(),
        "there is no parameter " + given.name(),
        Suggestion.didYouMean(given.name(), declared).orElse(null));
  }
}
