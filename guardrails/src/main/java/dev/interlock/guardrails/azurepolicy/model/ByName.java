package dev.interlock.guardrails.azurepolicy.model;

import dev.interlock.expression.PropertyName;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Things by name in any letter case, in written order. Of two whose names differ only in letter
 * case the first counts.
 */
public final class ByName<T> {

  private final Map<PropertyName, T> things;

  private ByName(Map<PropertyName, T> things) {
    this.things = Collections.unmodifiableMap(things);
  }

  /** Nothing. */
  public static <T> ByName<T> none() {
    return new ByName<>(Map.of());
  }

  /** These, by the names they say they have. */
  public static <T> ByName<T> of(Collection<? extends T> things, Function<? super T, String> name) {
    Map<PropertyName, T> map = LinkedHashMap.newLinkedHashMap(things.size());
    things.forEach(thing -> map.putIfAbsent(new PropertyName(name.apply(thing)), thing));
    return new ByName<>(map);
  }

  /** The one of that name in any letter case; null when there is none. */
  public @Nullable T get(String name) {
    return things.get(new PropertyName(name));
  }

  /** True when one has that name in any letter case. */
  public boolean contains(String name) {
    return things.containsKey(new PropertyName(name));
  }

  /** The names as written, in order. */
  public List<String> names() {
    return things.keySet().stream().map(PropertyName::text).toList();
  }

  /** All, in written order. */
  public Collection<T> all() {
    return things.values();
  }

  /** How many there are. */
  public int size() {
    return things.size();
  }

  /** True when there is nothing. */
  public boolean isEmpty() {
    return things.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ByName<?> names && things.equals(names.things);
  }

  @Override
  public int hashCode() {
    return things.hashCode();
  }

  @Override
  public String toString() {
    return things.toString();
  }
}
