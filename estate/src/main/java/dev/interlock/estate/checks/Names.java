package dev.interlock.estate.checks;

import dev.interlock.estate.Kind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The names of all documents, those that could not be read included, so that one mistake does not
 * bring forth others.
 */
final class Names {

  private final Map<Kind, Set<String>> declared = new EnumMap<>(Kind.class);
  private final Set<Kind> torn;

  Names(List<Declared> declared, Set<Kind> torn) {
    this.torn = torn;
    for (Declared one : declared) {
      this.declared.computeIfAbsent(one.kind(), _ -> new TreeSet<>()).add(one.name());
    }
  }

  /** All names of a kind, sorted. */
  Set<String> of(Kind kind) {
    return declared.getOrDefault(kind, Set.of());
  }

  /**
   * True when every name in documents of these kinds could be read, so that what is missing is
   * missing.
   */
  boolean complete(Kind... kinds) {
    return Stream.of(kinds).noneMatch(torn::contains);
  }
}
