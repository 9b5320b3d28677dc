package dev.interlock.guardrails.azurepolicy.alias;

import java.util.List;

/** What the table knows of an alias, seen from a resource of one type. */
public sealed interface AliasAnswer {

  /** It is about that type. */
  record Here(Alias alias) implements AliasAnswer {}

  /**
   * It is about other types only, so that its value is absent on the resource.
   *
   * @param types as they were declared
   */
  record Elsewhere(List<String> types) implements AliasAnswer {

    /** Makes the list its own. */
    public Elsewhere {
      types = List.copyOf(types);
    }
  }

  /** There is no such alias: whoever wrote it mistyped, or the table is too old. */
  record Nowhere() implements AliasAnswer {}
}
