package dev.interlock.guardrails.azurepolicy.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which resources a definition looks at.
 *
 * @param kind one of Azure's two own modes, or a resource provider's
 * @param name as Azure writes it: {@code All}, {@code Indexed}, {@code Microsoft.KeyVault.Data}
 */
public record PolicyMode(Kind kind, String name) {

  /** Whose mode it is. */
  public enum Kind {
    /** Resource groups, subscriptions and all resource types. */
    ALL,
    /** Only resource types that have tags and a location. */
    INDEXED,
    /** What a resource provider evaluates itself, such as what is inside a cluster. */
    RESOURCE_PROVIDER
  }

  /** Every resource type. */
  public static final PolicyMode ALL = new PolicyMode(Kind.ALL, "All");

  /** Resource types with tags and location. */
  public static final PolicyMode INDEXED = new PolicyMode(Kind.INDEXED, "Indexed");

  /**
   * The mode that a definition names, in any letter case. A definition that names none is Indexed:
   * Microsoft's tools say that no mode is the same as Indexed.
   */
  public static PolicyMode of(@Nullable String written) {
    String word = written == null ? "" : written.strip();
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "all" -> ALL;
      case "", "indexed", "notspecified" -> INDEXED;
      default -> new PolicyMode(Kind.RESOURCE_PROVIDER, word);
    };
  }

  /** True for a mode that only a resource provider can evaluate. */
  public boolean isResourceProvider() {
    return kind == Kind.RESOURCE_PROVIDER;
  }

  @Override
  public String toString() {
    return name;
  }
}
