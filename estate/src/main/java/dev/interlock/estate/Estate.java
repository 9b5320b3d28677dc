package dev.interlock.estate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The declared intent: every document by kind and name, in name order. */
public final class Estate {

  private final Map<Kind, SortedMap<String, Entry<?>>> byKind = new EnumMap<>(Kind.class);

  /** An estate of these documents; of two with the same kind and name the first is kept. */
  public Estate(Collection<? extends Entry<?>> entries) {
    for (Entry<?> entry : entries) {
      byKind.computeIfAbsent(entry.kind(), _ -> new TreeMap<>()).putIfAbsent(entry.name(), entry);
    }
  }

  /** Names of all documents of a kind, sorted. */
  public Set<String> names(Kind kind) {
    return Collections.unmodifiableSet(of(kind).keySet());
  }

  /** The spec of a document, if it exists; the class tells the kind. */
  public <S extends Spec> Optional<S> find(Class<S> spec, String name) {
    return Optional.ofNullable(of(kindOf(spec)).get(name)).map(e -> spec.cast(e.spec()));
  }

  /** The specs of all documents of a kind by name, sorted by name. */
  public <S extends Spec> SortedMap<String, S> all(Class<S> spec) {
    SortedMap<String, S> specs = new TreeMap<>();
    of(kindOf(spec)).forEach((name, entry) -> specs.put(name, spec.cast(entry.spec())));
    return specs;
  }

  /** All documents of a kind, sorted by name. */
  public List<Entry<?>> entries(Kind kind) {
    return List.copyOf(of(kind).values());
  }

  /** All documents of a kind, sorted by name; the class tells the kind. */
  public <S extends Spec> List<Entry<S>> entries(Class<S> spec) {
    List<Entry<S>> typed = new ArrayList<>();
    for (Entry<?> entry : of(kindOf(spec)).values()) {
      typed.add(entry.as(spec));
    }
    return typed;
  }

  /** One document, if it exists; the class tells the kind. */
  public <S extends Spec> Optional<Entry<S>> entry(Class<S> spec, String name) {
    return Optional.ofNullable(of(kindOf(spec)).get(name)).map(entry -> entry.as(spec));
  }

  /** How many documents there are. */
  public int size() {
    return byKind.values().stream().mapToInt(Map::size).sum();
  }

  private SortedMap<String, Entry<?>> of(Kind kind) {
    return byKind.getOrDefault(kind, Collections.emptySortedMap());
  }

  private static Kind kindOf(Class<? extends Spec> spec) {
    for (Kind kind : Kind.values()) {
      if (kind.spec() == spec) {
        return kind;
      }
    }
    throw new IllegalArgumentException(spec + " belongs to no kind");
  }
}
