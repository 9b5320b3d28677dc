package dev.interlock.guardrails.azurepolicy.model;

import dev.interlock.finding.SourceRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a scope to which an assignment, or some definitions of its initiative, does not apply.
 *
 * @param id the resource id; made of scope and name where none is written
 * @param scope what is exempt: what the id begins with; empty when nothing says it
 * @param policyAssignmentId of the assignment, as written
 * @param policyDefinitionReferenceIds the definitions of the initiative; empty for all
 * @param expiresOn from when on it counts no longer; null for never
 */
public record Exemption(
    String id,
    String name,
    @Nullable String displayName,
    String scope,
    String policyAssignmentId,
    List<String> policyDefinitionReferenceIds,
    Category category,
    @Nullable Instant expiresOn,
    List<ResourceSelector> resourceSelectors,
    ScopeValidation assignmentScopeValidation,
    @Nullable String description,
    SourceRef source) {

  /** Why it is exempt. */
  public enum Category {
    /** The risk is accepted for a time. */
    WAIVER("Waiver"),
    /** The purpose is met in another way. */
    MITIGATED("Mitigated");

    private final String word;

    Category(String word) {
      this.word = word;
    }

    /** As Microsoft writes it. */
    public String word() {
      return word;
    }
  }

  /** Whether it must lie within the assignment's scope. */
  public enum ScopeValidation {
    /** It must. */
    DEFAULT("Default"),
    /** It need not: the resource may come under the assignment later. */
    DO_NOT_VALIDATE("DoNotValidate");

    private final String word;

    ScopeValidation(String word) {
      this.word = word;
    }

    /** As Microsoft writes it. */
    public String word() {
      return word;
    }
  }

  public Exemption {
    policyDefinitionReferenceIds = List.copyOf(policyDefinitionReferenceIds);
    resourceSelectors = List.copyOf(resourceSelectors);
  }

  /** What a person calls it: the display name, or the name where there is none. */
  public String title() {
    return displayName == null ? name : displayName;
  }
}
