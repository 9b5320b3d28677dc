package dev.interlock.guardrails.azurepolicy.model;

import dev.interlock.document.MappingNode;
import dev.interlock.expression.ObjectValue;
import dev.interlock.finding.SourceRef;
import org.jspecify.annotations.Nullable;

/**
 * A policy definition: what it looks at, and what follows.
 *
 * @param id the resource id; made of the name, as one of the tenant's, where none is written
 * @param name the last segment of the id
 * @param version of the definition; null where it has none
 * @param metadata free, with category and version by convention
 * @param rule {@code if} and {@code then}, with the places of everything in it
 * @param source the place of the definition; its file is also that of the rule
 */
public record PolicyDefinition(
    String id,
    String name,
    @Nullable String displayName,
    PolicyMode mode,
    @Nullable DefinitionVersion version,
    ObjectValue metadata,
    ByName<ParameterDeclaration> parameters,
    MappingNode rule,
    SourceRef source) {

  /** What a person calls it: the display name, or the name where there is none. */
  public String title() {
    return displayName == null ? name : displayName;
  }
}
