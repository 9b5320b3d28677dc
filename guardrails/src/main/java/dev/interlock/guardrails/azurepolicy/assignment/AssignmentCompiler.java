package dev.interlock.guardrails.azurepolicy.assignment;

import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.Values;
import dev.interlock.finding.Diagnostic;
import dev.interlock.guardrails.azurepolicy.alias.ResourceTypes;
import dev.interlock.guardrails.azurepolicy.field.Fields;
import dev.interlock.guardrails.azurepolicy.model.Assignment;
import dev.interlock.guardrails.azurepolicy.model.ByName;
import dev.interlock.guardrails.azurepolicy.model.DefinitionReference;
import dev.interlock.guardrails.azurepolicy.model.GivenParameter;
import dev.interlock.guardrails.azurepolicy.model.Initiative;
import dev.interlock.guardrails.azurepolicy.model.PolicyDefinition;
import dev.interlock.guardrails.azurepolicy.model.PolicyIds;
import dev.interlock.guardrails.azurepolicy.model.PolicyObjects;
import dev.interlock.guardrails.azurepolicy.model.PolicyOverride;
import dev.interlock.guardrails.azurepolicy.model.VersionRange;
import dev.interlock.guardrails.azurepolicy.parameter.ParameterValues;
import dev.interlock.guardrails.azurepolicy.rule.PolicyRule;
import dev.interlock.guardrails.azurepolicy.rule.RuleCompiler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compiles assignments: definitions and initiatives found, parameters passed through, rules
 * compiled. What can't be compiled stays in force as a rule that nobody can evaluate.
 */
public final class AssignmentCompiler {

  private final PolicyObjects objects;
  private final Fields fields;
  private final List<Diagnostic> problems = new ArrayList<>();

  private AssignmentCompiler(PolicyObjects objects, Fields fields) {
    this.objects = objects;
    this.fields = fields;
  }

  /**
   * Assignments ready to evaluate.
   *
   * @param diagnostics what is wrong with the rules that can't be evaluated
   */
  public record Compiled(PolicyEvaluation evaluation, List<Diagnostic> diagnostics) {

    public Compiled {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /** Compiles all assignments. */
  public static Compiled compile(
      PolicyObjects objects, Fields fields, Hierarchy hierarchy, ResourceTypes types) {
    AssignmentCompiler compiler = new AssignmentCompiler(objects, fields);
    List<AssignedRule> rules = new ArrayList<>();
    objects.assignments().forEach(assignment -> compiler.add(assignment, rules));
    return new Compiled(
        new PolicyEvaluation(
            new AssignedPolicies(rules, hierarchy, types),
            new Exemptions(objects.exemptions(), hierarchy),
            fields),
        compiler.problems.stream().distinct().toList());
  }

  private void add(Assignment assignment, List<AssignedRule> rules) {
    add(assignment, assignment.definitionVersion(), null, rules);
    for (PolicyOverride override : Versions.versioned(assignment)) {
      add(assignment, VersionRange.parse(override.value()).orElse(null), override, rules);
    }
  }

  private void add(
      Assignment assignment,
      @Nullable VersionRange range,
      @Nullable PolicyOverride version,
      List<AssignedRule> rules) {
    String id = assignment.policyDefinitionId();
    PolicyDefinition definition = objects.definition(id, range);
    Initiative initiative = objects.initiative(id, range);
    if (definition != null && !PolicyIds.isInitiative(id)) {
      rules.add(single(assignment, definition, version));
    } else if (initiative != null) {
      rules.addAll(all(assignment, initiative, version));
    } else {
      rules.add(missing(assignment, null, null, version, id));
    }
  }

  private AssignedRule single(
      Assignment assignment, PolicyDefinition definition, @Nullable PolicyOverride version) {
    return compiled(
        new AssignedRule(assignment, null, null, definition, null, null, version),
        assignment.parameters());
  }

  private List<AssignedRule> all(
      Assignment assignment, Initiative initiative, @Nullable PolicyOverride version) {
    ParameterValues values =
        ParameterValues.of(initiative.parameters(), assignment.parameters(), assignment.source());
    problems.addAll(values.problems());
    List<AssignedRule> rules = new ArrayList<>();
    for (DefinitionReference reference : initiative.references()) {
      rules.add(referenced(assignment, initiative, reference, values, version));
    }
    return rules;
  }

  private AssignedRule referenced(
      Assignment assignment,
      Initiative initiative,
      DefinitionReference reference,
      ParameterValues values,
      @Nullable PolicyOverride version) {
    String id = reference.policyDefinitionId();
    PolicyDefinition definition = objects.definition(id, reference.definitionVersion());
    if (definition == null) {
      return missing(assignment, initiative, reference, version, id);
    }
    AssignedRule rule =
        new AssignedRule(assignment, initiative, reference, definition, null, null, version);
    if (!values.isSound()) {
      return flawed(rule, reason(values.problems()));
    }
    PassedParameters passed = PassedParameters.of(reference.parameters(), values.values());
    problems.addAll(passed.problems());
    return passed.problems().isEmpty()
        ? compiled(rule, passed.given())
        : flawed(rule, reason(passed.problems()));
  }

  private AssignedRule compiled(AssignedRule rule, ByName<GivenParameter> given) {
    PolicyDefinition definition = java.util.Objects.requireNonNull(rule.definition());
    ParameterValues values =
        ParameterValues.of(
            definition.parameters(),
            given,
            rule.reference() == null ? rule.assignment().source() : rule.reference().source());
    problems.addAll(values.problems());
    if (!values.isSound()) {
      return flawed(rule, reason(values.problems()));
    }
    RuleCompiler.Compiled compiled =
        new RuleCompiler(fields, values.values(), ids(rule))
            .compile(definition.rule(), definition.source().file());
    problems.addAll(compiled.problems());
    PolicyRule ready = compiled.rule();
    String wrong = ready == null ? reason(compiled.problems()) : OverrideChecks.flaw(rule, ready);
    return wrong == null && ready != null ? with(rule, ready) : flawed(rule, String.valueOf(wrong));
  }

  private static AssignedRule with(AssignedRule rule, PolicyRule ready) {
    return new AssignedRule(
        rule.assignment(),
        rule.initiative(),
        rule.reference(),
        rule.definition(),
        ready,
        null,
        rule.version());
  }

  private static AssignedRule flawed(AssignedRule rule, String flaw) {
    return new AssignedRule(
        rule.assignment(),
        rule.initiative(),
        rule.reference(),
        rule.definition(),
        null,
        flaw,
        rule.version());
  }

  private AssignedRule missing(
      Assignment assignment,
      @Nullable Initiative initiative,
      @Nullable DefinitionReference reference,
      @Nullable PolicyOverride version,
      String id) {
    return new AssignedRule(
        assignment,
        initiative,
        reference,
        null,
        null,
        absent(
            id, reference == null ? assignment.definitionVersion() : reference.definitionVersion()),
        version);
  }

  private String absent(String id, @Nullable VersionRange range) {
    boolean others = objects.definition(id, null) != null || objects.initiative(id, null) != null;
    String which = range != null && others ? "version " + range + " of " : "";
    String what = PolicyIds.isInitiative(id) ? "the initiative " : "the definition ";
    return which + what + id + " was not given; bring it in with interlock policy import";
  }

  private static String reason(List<Diagnostic> problems) {
    return problems.stream()
        .filter(Diagnostic::isError)
        .findFirst()
        .map(problem -> "the rule can't be used: " + problem.message())
        .orElse("the rule can't be used");
  }

  /** What {@code policy()} gives. */
  private static ObjectValue ids(AssignedRule rule) {
    Map<String, dev.interlock.expression.Value> ids = new LinkedHashMap<>();
    ids.put("assignmentId", Values.of(rule.assignment().id()));
    ids.put("definitionId", Values.of(rule.definition() == null ? "" : rule.definition().id()));
    ids.put("setDefinitionId", Values.of(rule.initiative() == null ? "" : rule.initiative().id()));
    String reference = rule.referenceId();
    ids.put("definitionReferenceId", Values.of(reference == null ? "" : reference));
    return ObjectValue.of(ids);
  }
}
