package dev.interlock.guardrails.azurepolicy.evaluation;

import dev.interlock.expression.ObjectValue;
import dev.interlock.finding.Diagnostic;
import dev.interlock.guardrails.azurepolicy.alias.AliasTable;
import dev.interlock.guardrails.azurepolicy.alias.ResourceTypes;
import dev.interlock.guardrails.azurepolicy.condition.AllOf;
import dev.interlock.guardrails.azurepolicy.condition.AnyOf;
import dev.interlock.guardrails.azurepolicy.condition.Condition;
import dev.interlock.guardrails.azurepolicy.condition.FieldCondition;
import dev.interlock.guardrails.azurepolicy.condition.FieldCount;
import dev.interlock.guardrails.azurepolicy.condition.Not;
import dev.interlock.guardrails.azurepolicy.condition.ValueCondition;
import dev.interlock.guardrails.azurepolicy.condition.ValueCount;
import dev.interlock.guardrails.azurepolicy.effect.Existence;
import dev.interlock.guardrails.azurepolicy.field.AliasField;
import dev.interlock.guardrails.azurepolicy.field.FieldReference;
import dev.interlock.guardrails.azurepolicy.field.Fields;
import dev.interlock.guardrails.azurepolicy.model.ByName;
import dev.interlock.guardrails.azurepolicy.model.GivenParameter;
import dev.interlock.guardrails.azurepolicy.model.ParameterDeclaration;
import dev.interlock.guardrails.azurepolicy.model.PolicyDefinition;
import dev.interlock.guardrails.azurepolicy.rule.PolicyRule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why a definition can't be evaluated, or not always. */
public final class Doubts {

  private final AliasTable aliases;
  private final Set<String> found = new LinkedHashSet<>();

  private Doubts(AliasTable aliases) {
    this.aliases = aliases;
  }

  /** All reasons, in plain sentences; none when it can be evaluated. */
  public static List<String> of(PolicyDefinition definition, AliasTable aliases) {
    Doubts doubts = new Doubts(aliases);
    if (definition.mode().isResourceProvider()) {
      doubts.found.add(
          "mode "
              + definition.mode().name()
              + " looks at what is inside a resource, which only Azure can see");
    }
    doubts.rule(definition);
    return List.copyOf(doubts.found);
  }

  /** What is wrong with the rule of a definition, each with its place. */
  public static List<Diagnostic> problems(PolicyDefinition definition, AliasTable aliases) {
    return compiled(definition, aliases).problems();
  }

  private static SinglePolicy compiled(PolicyDefinition definition, AliasTable aliases) {
    return SinglePolicy.of(
        definition,
        something(definition),
        new Fields(aliases),
        ObjectValue.EMPTY,
        ResourceTypes.shipped());
  }

  private void rule(PolicyDefinition definition) {
    SinglePolicy policy = compiled(definition, aliases);
    policy.problems().stream()
        .filter(Diagnostic::isError)
        .forEach(problem -> found.add(problem.source() + ": " + problem.message()));
    PolicyRule rule = policy.rule();
    if (rule != null) {
      condition(rule.condition());
      Existence existence = rule.details().existence();
      condition(existence == null ? null : existence.condition());
    }
  }

  /** A value for each parameter that must be given: which one does not matter here. */
  private static ByName<GivenParameter> something(PolicyDefinition definition) {
    List<GivenParameter> given = new ArrayList<>();
    for (ParameterDeclaration declared : definition.parameters().all()) {
      if (declared.defaultValue() == null) {
        given.add(new GivenParameter(declared.name(), Samples.of(declared), declared.source()));
      }
    }
    return ByName.of(given, GivenParameter::name);
  }

  private void condition(@Nullable Condition condition) {
    switch (condition) {
      case null -> {}
      case AllOf all -> all.parts().forEach(this::condition);
      case AnyOf any -> any.parts().forEach(this::condition);
      case Not not -> condition(not.part());
      case FieldCondition field -> field(field.field());
      case FieldCount count -> {
        field(count.array());
        condition(count.where());
      }
      case ValueCount count -> condition(count.where());
      case ValueCondition _ -> {}
    }
  }

  private void field(FieldReference field) {
    if (field instanceof AliasField && aliases.named(field.name()).isEmpty()) {
      found.add(
          "there is no alias "
              + field.name()
              + aliases.similar(field.name()).map(o -> "; did you mean " + o + "?").orElse(""));
    }
  }
}
