package dev.interlock.guardrails.azurepolicy.model;

import dev.interlock.expression.ObjectValue;
import dev.interlock.finding.SourceRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An initiative (a policy set definition): definitions that are assigned together.
 *
 * @param id the resource id; made of the name, as one of the tenant's, where none is written
 * @param name the last segment of the id
 * @param version null where it has none
 */
public record Initiative(
    String id,
    String name,
    @Nullable String displayName,
    @Nullable DefinitionVersion version,
    ObjectValue metadata,
    ByName<ParameterDeclaration> parameters,
    List<DefinitionReference> references,
    List<Group> groups,
    SourceRef source) {

  /** A group of definitions within an initiative, such as one requirement of a standard. */
  public record Group(
      String name,
      @Nullable String displayName,
      @Nullable String category,
      @Nullable String description,
      SourceRef source) {}

  public Initiative {
    references = List.copyOf(references);
    groups = List.copyOf(groups);
  }

  /** What a person calls it: the display name, or the name where there is none. */
  public String title() {
    return displayName == null ? name : displayName;
  }
}
