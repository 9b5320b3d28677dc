package dev.interlock.guardrails.azurepolicy.alias;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A name that a policy uses for a property, as declared for one resource type.
 *
 * @param name as it was declared; policies write it in any letter case
 * @param type the full resource type it is about
 * @param standard where its value is when nothing else is said about the API version
 * @param versions where it is instead in certain API versions
 */
public record Alias(String name, String type, AliasPath standard, List<Versioned> versions) {

  /** Makes the list its own. */
  public Alias {
    versions = List.copyOf(versions);
  }

  /**
   * Where the value is in certain API versions.
   *
   * @param apiVersions in lower case
   */
  public record Versioned(AliasPath path, Set<String> apiVersions) {

    /** Makes the set its own. */
    public Versioned {
      apiVersions = Set.copyOf(apiVersions);
    }
  }

  /** Where the value is on a resource of that API version, or on one whose version is unknown. */
  public AliasPath path(@Nullable String apiVersion) {
    if (apiVersion != null && !versions.isEmpty()) {
      String sought = Casing.lower(apiVersion);
      for (Versioned versioned : versions) {
        if (versioned.apiVersions().contains(sought)) {
          return versioned.path();
        }
      }
    }
    return standard;
  }
}
