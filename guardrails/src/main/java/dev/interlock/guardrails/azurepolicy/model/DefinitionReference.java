package dev.interlock.guardrails.azurepolicy.model;

import dev.interlock.finding.SourceRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A definition as part of an initiative.
 *
 * @param policyDefinitionId of the definition, as written
 * @param referenceId its name within the initiative; the definition's name where none is written
 * @param parameters what the definition is given; may hold expressions on the initiative's
 *     parameters
 * @param definitionVersion the versions it takes; null for the newest
 * @param source its place
 */
public record DefinitionReference(
    String policyDefinitionId,
    String referenceId,
    ByName<GivenParameter> parameters,
    @Nullable VersionRange definitionVersion,
    List<String> groupNames,
    SourceRef source) {

  public DefinitionReference {
    groupNames = List.copyOf(groupNames);
  }
}
