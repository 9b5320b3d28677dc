package dev.interlock.guardrails.azurepolicy.check;

import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import dev.interlock.guardrails.azurepolicy.model.Assignment;
import dev.interlock.guardrails.azurepolicy.model.ByName;
import dev.interlock.guardrails.azurepolicy.model.Initiative;
import dev.interlock.guardrails.azurepolicy.model.ParameterDeclaration;
import dev.interlock.guardrails.azurepolicy.model.PolicyDefinition;
import dev.interlock.guardrails.azurepolicy.model.PolicyIds;
import dev.interlock.guardrails.azurepolicy.model.PolicyObjects;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Definitions and initiatives where nobody assigned anything: each counts as assigned to
 * everything, with the defaults of its parameters. A definition that an initiative holds is in
 * force through the initiative, with what that passes on.
 */
public final class AsAssigned {

  /** What no real assignment's id begins with. */
  private static final String PREFIX = "/providers/Interlock.Unassigned/";

  private final PolicyObjects objects;
  private final List<Assignment> assignments = new ArrayList<>();
  private final List<Diagnostic> problems = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();

  private AsAssigned(PolicyObjects objects) {
    this.objects = objects;
  }

  /**
   * Objects with something in force.
   *
   * @param problems what can't be in force because a parameter has no value
   */
  public record Result(PolicyObjects objects, List<Diagnostic> problems) {

    public Result {
      problems = List.copyOf(problems);
    }
  }

  /** The objects themselves when they hold an assignment. */
  public static Result of(PolicyObjects objects) {
    return objects.assignments().isEmpty()
        ? new AsAssigned(objects).assigned()
        : new Result(objects, List.of());
  }

  /** True for an assignment that nobody wrote. */
  public static boolean is(Assignment assignment) {
    return assignment.id().startsWith(PREFIX);
  }

  private Result assigned() {
    objects.initiatives().forEach(this::take);
    objects.definitions().forEach(this::take);
    return new Result(
        objects.and(new PolicyObjects(List.of(), List.of(), assignments, List.of())), problems);
  }

  private void take(Initiative initiative) {
    if (assign(initiative.id(), initiative.name(), initiative.parameters(), initiative.source())) {
      initiative.references().stream()
          .map(reference -> objects.definition(reference.policyDefinitionId(), null))
          .filter(java.util.Objects::nonNull)
          .forEach(definition -> taken.add(PolicyIds.key(definition.id())));
    }
  }

  private void take(PolicyDefinition definition) {
    assign(definition.id(), definition.name(), definition.parameters(), definition.source());
  }

  private boolean assign(
      String id, String name, ByName<ParameterDeclaration> parameters, SourceRef source) {
    if (!taken.add(PolicyIds.key(id))) {
      return false;
    }
    List<String> open =
        parameters.all().stream()
            .filter(parameter -> parameter.defaultValue() == null)
            .map(ParameterDeclaration::name)
            .toList();
    if (!open.isEmpty()) {
      problems.add(
          Diagnostic.warning(
                  "POL080",
                  source,
                  "\"" + name + "\" is not evaluated: nothing gives it " + String.join(", ", open))
              .withHint("assign it, with these parameters"));
      return false;
    }
    assignments.add(assignment(id, name, source));
    return true;
  }

  private static Assignment assignment(String id, String name, SourceRef source) {
    return Assignment.everywhere(PREFIX + name, name, id, ByName.none(), source);
  }
}
