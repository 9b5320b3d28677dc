package dev.interlock.guardrails.azurepolicy.evaluation;

import dev.interlock.expression.ObjectValue;
import dev.interlock.finding.Diagnostic;
import dev.interlock.guardrails.azurepolicy.alias.ResourceTypes;
import dev.interlock.guardrails.azurepolicy.effect.Effect;
import dev.interlock.guardrails.azurepolicy.effect.RelatedResources;
import dev.interlock.guardrails.azurepolicy.field.Fields;
import dev.interlock.guardrails.azurepolicy.model.ByName;
import dev.interlock.guardrails.azurepolicy.model.GivenParameter;
import dev.interlock.guardrails.azurepolicy.model.PolicyDefinition;
import dev.interlock.guardrails.azurepolicy.model.PolicyMode;
import dev.interlock.guardrails.azurepolicy.parameter.ParameterValues;
import dev.interlock.guardrails.azurepolicy.rule.EvaluationContext;
import dev.interlock.guardrails.azurepolicy.rule.LocationConditions;
import dev.interlock.guardrails.azurepolicy.rule.Outcome;
import dev.interlock.guardrails.azurepolicy.rule.PolicyRule;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import dev.interlock.guardrails.azurepolicy.rule.RuleCompiler;
import dev.interlock.guardrails.azurepolicy.rule.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One definition with its parameters, ready to evaluate resources, without an assignment. Safe for
 * use by several threads.
 */
public final class SinglePolicy {

  private static final String SUBSCRIPTION = "microsoft.resources/subscriptions";

  private final PolicyMode mode;
  private final @Nullable PolicyRule rule;
  private final List<Diagnostic> problems;
  private final ResourceTypes types;
  private final boolean asksForLocation;

  private SinglePolicy(
      PolicyDefinition definition,
      @Nullable PolicyRule rule,
      List<Diagnostic> problems,
      ResourceTypes types) {
    this.mode = definition.mode();
    this.asksForLocation = LocationConditions.isIn(definition.rule());
    this.rule = rule;
    this.problems = List.copyOf(problems);
    this.types = types;
  }

  /**
   * Compiles a definition.
   *
   * @param given values of its parameters; a definition that declares none takes any
   * @param policy what {@code policy()} gives
   */
  public static SinglePolicy of(
      PolicyDefinition definition,
      ByName<GivenParameter> given,
      Fields fields,
      ObjectValue policy,
      ResourceTypes types) {
    List<Diagnostic> problems = new ArrayList<>();
    ObjectValue values = values(definition, given, problems);
    RuleCompiler.Compiled compiled =
        new RuleCompiler(fields, values, policy)
            .compile(definition.rule(), definition.source().file());
    problems.addAll(compiled.problems());
    boolean broken = problems.stream().anyMatch(Diagnostic::isError);
    return new SinglePolicy(definition, broken ? null : compiled.rule(), problems, types);
  }

  private static ObjectValue values(
      PolicyDefinition definition, ByName<GivenParameter> given, List<Diagnostic> problems) {
    if (definition.parameters().isEmpty()) {
      Map<String, dev.interlock.expression.Value> free = new LinkedHashMap<>();
      given.all().forEach(one -> free.put(one.name(), one.value()));
      return ObjectValue.of(free);
    }
    ParameterValues values =
        ParameterValues.of(definition.parameters(), given, definition.source());
    problems.addAll(values.problems());
    return values.values();
  }

  /** What is wrong with the definition or its parameters. */
  public List<Diagnostic> problems() {
    return problems;
  }

  /** The compiled rule; null when the definition can't be used. */
  public @Nullable PolicyRule rule() {
    return rule;
  }

  /** Evaluates a resource. */
  public PolicyResult evaluate(
      Subject subject, EvaluationContext context, RelatedResources related) {
    if (rule == null) {
      return PolicyResult.broken(
          problems.stream()
              .filter(Diagnostic::isError)
              .map(Diagnostic::message)
              .findFirst()
              .orElse("the definition can't be used"));
    }
    if (rule.constantEffect() == Effect.DISABLED) {
      return PolicyResult.NONE;
    }
    if (mode.isResourceProvider()) {
      return PolicyResult.unknown(
          "mode " + mode.name() + " looks at what is inside a resource, which only Azure can see");
    }
    boolean skipped = mode.kind() == PolicyMode.Kind.INDEXED && !isIndexed(subject.type());
    if (skipped || (asksForLocation && subject.type().equals(SUBSCRIPTION))) {
      return PolicyResult.NONE;
    }
    return result(rule, new PolicyScope(subject, context), related);
  }

  /** A resource that does not say its type is evaluated. */
  private boolean isIndexed(String type) {
    return type.isEmpty() || !type.contains("/") || types.isIndexed(type);
  }

  private static PolicyResult result(PolicyRule rule, PolicyScope scope, RelatedResources related) {
    Outcome outcome = rule.decide(scope, related);
    if (outcome.error() != null) {
      return PolicyResult.failed(outcome.error());
    }
    if (outcome.isUnknown()) {
      return PolicyResult.unknown(String.valueOf(outcome.reason()));
    }
    Effect effect = outcome.effect();
    return effect == null
        ? PolicyResult.NONE
        : PolicyResult.of(effect, rule.describe(outcome, scope));
  }
}
