package dev.interlock.guardrails;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Guardrails by name, in name order. */
public final class Controls {

  /** No controls. */
  public static final Controls NONE = new Controls(Map.of());

  private final SortedMap<String, Guardrail> byName;

  private Controls(Map<String, Guardrail> byName) {
    this.byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
  }

  /** These guardrails; of two with the same name the first is kept. */
  public static Controls of(Collection<Guardrail> guardrails) {
    Map<String, Guardrail> byName = new LinkedHashMap<>();
    guardrails.forEach(guardrail -> byName.putIfAbsent(guardrail.name(), guardrail));
    return new Controls(byName);
  }

  /** These and those; where both have a name, those replace these. */
  public Controls with(Controls others) {
    Map<String, Guardrail> all = new LinkedHashMap<>(byName);
    all.putAll(others.byName);
    return new Controls(all);
  }

  /** The guardrail of that name. */
  public Optional<Guardrail> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All names. */
  public Set<String> names() {
    return byName.keySet();
  }

  /** All guardrails. */
  public Stream<Guardrail> stream() {
    return byName.values().stream();
  }

  /** How many there are. */
  public int size() {
    return byName.size();
  }
}
