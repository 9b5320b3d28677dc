package dev.interlock.guardrails;

import dev.interlock.estate.Estate;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Severity;
import dev.interlock.guardrails.azurepolicy.alias.ResourceTypes;
import dev.interlock.guardrails.azurepolicy.assignment.AssignedRule;
import dev.interlock.guardrails.azurepolicy.assignment.AssignmentCompiler;
import dev.interlock.guardrails.azurepolicy.assignment.PolicyEvaluation;
import dev.interlock.guardrails.azurepolicy.check.AsAssigned;
import dev.interlock.guardrails.azurepolicy.check.EstateHierarchy;
import dev.interlock.guardrails.azurepolicy.check.PolicyFindings;
import dev.interlock.guardrails.azurepolicy.field.Fields;
import dev.interlock.guardrails.azurepolicy.model.PolicyObjects;
import dev.interlock.guardrails.azurepolicy.source.PolicyReader;
import dev.interlock.guardrails.azurepolicy.source.PolicyReading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Azure Policy as it is in force: definitions and initiatives through their assignments, and who is
 * exempt. Compiled once; safe for use by several threads.
 */
public final class PolicyAssignments {

  /** Nothing is assigned. */
  public static final PolicyAssignments NONE =
      new PolicyAssignments(PolicyObjects.none(), null, List.of());

  private final PolicyObjects objects;
  private final @Nullable PolicyEvaluation evaluation;
  private final List<Diagnostic> problems;

  /**
   * A rule that is in force.
   *
   * @param name as findings have it
   * @param title what people call it
   * @param severity of what breaks it
   */
  public record Rule(String name, String title, Severity severity) {}

  private PolicyAssignments(
      PolicyObjects objects, @Nullable PolicyEvaluation evaluation, List<Diagnostic> problems) {
    this.objects = objects;
    this.evaluation = evaluation;
    this.problems = List.copyOf(problems);
  }

  /**
   * Reads folders of policies. Where they hold no assignment, each definition counts as assigned to
   * everything with the defaults of its parameters.
   *
   * @param folders taken together: an assignment in one may be of a definition in another
   * @param estate whose landing zone tells the management groups; null when there is none
   */
  public static PolicyAssignments load(
      List<Path> folders, @Nullable Estate estate, PolicyAliases aliases) {
    if (folders.isEmpty()) {
      return NONE;
    }
    PolicyReading reading = PolicyReader.read(folders);
    AsAssigned.Result assigned = AsAssigned.of(reading.objects());
    AssignmentCompiler.Compiled compiled =
        AssignmentCompiler.compile(
            assigned.objects(),
            new Fields(aliases.table()),
            EstateHierarchy.of(estate),
            ResourceTypes.shipped());
    List<Diagnostic> problems = new ArrayList<>(reading.diagnostics());
    problems.addAll(assigned.problems());
    problems.addAll(compiled.diagnostics());
    return new PolicyAssignments(assigned.objects(), compiled.evaluation(), problems);
  }

  /** What is wrong with the policies, by place. */
  public List<Diagnostic> problems() {
    return problems;
  }

  /** The rules in force, each name once. */
  public List<Rule> rules() {
    Map<String, Rule> rules = new LinkedHashMap<>();
    for (AssignedRule rule : assigned()) {
      String name = PolicyFindings.control(rule);
      rules.putIfAbsent(
          name, new Rule(name, PolicyFindings.title(rule), PolicyFindings.severity(rule)));
    }
    return List.copyOf(rules.values());
  }

  /** How many rules are in force. */
  public int size() {
    return (int) assigned().stream().map(PolicyFindings::control).distinct().count();
  }

  /** All rules, for this module's own use. */
  List<AssignedRule> assigned() {
    return evaluation == null ? List.of() : evaluation.rules();
  }

  /** The evaluation, for this module's own use; null when nothing is in force. */
  @Nullable PolicyEvaluation evaluation() {
    return evaluation;
  }

  /** What was read, for this module's own use. */
  PolicyObjects objects() {
    return objects;
  }
}
