package dev.interlock.guardrails.azurepolicy.model;

import dev.interlock.finding.SourceRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A definition or initiative put in force at a scope.
 *
 * @param id the resource id; made of scope and name where none is written
 * @param name the last segment of the id
 * @param scope what it is in force for: {@code properties.scope}, otherwise what the id begins
 *     with; empty when neither says it
 * @param policyDefinitionId of the definition or initiative, as written
 * @param definitionVersion the versions it takes; null for the newest
 * @param notScopes what is left out of the scope
 */
public record Assignment(
    String id,
    String name,
    @Nullable String displayName,
    String scope,
    String policyDefinitionId,
    @Nullable VersionRange definitionVersion,
    ByName<GivenParameter> parameters,
    List<String> notScopes,
    EnforcementMode enforcementMode,
    List<NonComplianceMessage> nonComplianceMessages,
    List<ResourceSelector> resourceSelectors,
    List<PolicyOverride> overrides,
    SourceRef source) {

  /** Whether an assignment's effects take place, or are only told. */
  public enum EnforcementMode {
    /** Effects take place. */
    DEFAULT("Default"),
    /** Compliance is told, nothing is denied or changed. */
    DO_NOT_ENFORCE("DoNotEnforce"),
    /** As DoNotEnforce, and existing resources are taken on step by step. */
    ENROLL("Enroll");

    private final String word;

    EnforcementMode(String word) {
      this.word = word;
    }

    /** As Microsoft writes it. */
    public String word() {
      return word;
    }
  }

  public Assignment {
    notScopes = List.copyOf(notScopes);
    nonComplianceMessages = List.copyOf(nonComplianceMessages);
    resourceSelectors = List.copyOf(resourceSelectors);
    overrides = List.copyOf(overrides);
  }

  /**
   * An assignment that nobody wrote: a definition or initiative in force for everything.
   *
   * @param id of the assignment
   * @param policyDefinitionId of the definition or initiative
   */
  public static Assignment everywhere(
      String id,
      String name,
      String policyDefinitionId,
      ByName<GivenParameter> parameters,
      SourceRef source) {
    return new Assignment(
        id,
        name,
        null,
        "/",
        policyDefinitionId,
        null,
        parameters,
        List.of(),
        EnforcementMode.DEFAULT,
        List.of(),
        List.of(),
        List.of(),
        source);
  }

  /** What a person calls it: the display name, or the name where there is none. */
  public String title() {
    return displayName == null ? name : displayName;
  }
}
