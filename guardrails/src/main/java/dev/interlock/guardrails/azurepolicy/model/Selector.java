package dev.interlock.guardrails.azurepolicy.model;

import dev.interlock.finding.SourceRef;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which resources, or which definitions of an initiative, something is for.
 *
 * @param in what it is for; null when everything but {@code notIn}
 * @param notIn what it is not for; null when only {@code in}
 */
public record Selector(
    Kind kind, @Nullable List<String> in, @Nullable List<String> notIn, SourceRef source) {

  /** What a selector looks at. */
  public enum Kind {
    /** Where a resource is. */
    RESOURCE_LOCATION("resourceLocation"),
    /** The type of a resource. */
    RESOURCE_TYPE("resourceType"),
    /** Resources of the subscription itself, which are nowhere. */
    RESOURCE_WITHOUT_LOCATION("resourceWithoutLocation"),
    /** The definition's name in the initiative; only in overrides. */
    POLICY_DEFINITION_REFERENCE_ID("policyDefinitionReferenceId"),
    /** Who makes the request. */
    USER_PRINCIPAL_ID("userPrincipalId"),
    /** A group of whoever makes the request. */
    GROUP_PRINCIPAL_ID("groupPrincipalId");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The kind of that name in any letter case. */
    public static Optional<Kind> of(String written) {
      return Arrays.stream(values())
          .filter(kind -> kind.word.equalsIgnoreCase(written))
          .findFirst();
    }

    /** All, as Microsoft writes them. */
    public static List<String> words() {
      return Arrays.stream(values()).map(Kind::word).toList();
    }

    /** As Microsoft writes it. */
    public String word() {
      return word;
    }
  }

  public Selector {
    in = in == null ? null : List.copyOf(in);
    notIn = notIn == null ? null : List.copyOf(notIn);
  }
}
