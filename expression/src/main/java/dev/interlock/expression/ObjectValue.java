package dev.interlock.expression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Properties by name, in written order. Names are found in any letter case; of two that differ only
 * in it the first is found.
 */
public final class ObjectValue implements Value {

  /** No properties. */
  public static final ObjectValue EMPTY = new ObjectValue(List.of(), List.of());

  /** From so many properties on, a table finds names faster than looking at each. */
  private static final int MANY = 24;

  private final List<String> names;
  private final Value[] values;
  private final int[] hashes;
  private final Extent extent;
  private volatile @Nullable Map<PropertyName, Value> table;

  private ObjectValue(List<String> names, List<Value> values) {
    this.names = Collections.unmodifiableList(names);
    this.values = values.toArray(Value[]::new);
    this.hashes = new int[names.size()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = PropertyName.hash(names.get(i));
    }
    this.extent = extent(names, values);
  }

  private static Extent extent(List<String> names, List<Value> values) {
    Extent extent = Extent.of(values);
    long characters = extent.weight();
    for (String name : names) {
      characters += name.length() + 3L;
    }
    return new Extent(extent.known(), extent.secret(), extent.depth(), characters);
  }

  /** The object with these properties, in their order. */
  public static ObjectValue of(Map<String, ? extends Value> properties) {
    return new ObjectValue(
        new ArrayList<>(properties.keySet()), new ArrayList<>(properties.values()));
  }

  /** The object with one property. */
  public static ObjectValue of(String name, Value value) {
    return new ObjectValue(List.of(name), List.of(value));
  }

  /** The names, in order, as written. */
  public List<String> names() {
    return names;
  }

  /** The value of the property at that place in the order. */
  public Value at(int index) {
    return values[index];
  }

  /** How many properties there are. */
  public int size() {
    return values.length;
  }

  /** The value of a property in any letter case; null when there is none. */
  public @Nullable Value get(String name) {
    return get(new PropertyName(name));
  }

  /** The value of a property in any letter case; null when there is none. */
  public @Nullable Value get(PropertyName name) {
    if (values.length >= MANY) {
      return table().get(name);
    }
    int hash = name.hash();
    for (int i = 0; i < hashes.length; i++) {
      if (hashes[i] == hash && isSame(names.get(i), name.text())) {
        return values[i];
      }
    }
    return null;
  }

  /** Mostly written alike, which is found out faster. */
  private static boolean isSame(String one, String other) {
    return one.equals(other) || one.equalsIgnoreCase(other);
  }

  private Map<PropertyName, Value> table() {
    Map<PropertyName, Value> known = table;
    if (known == null) {
      known = new LinkedHashMap<>();
      for (int i = 0; i < values.length; i++) {
        known.putIfAbsent(new PropertyName(names.get(i)), values[i]);
      }
      table = known;
    }
    return known;
  }

  /** The same object with a property set; in its old place when there was one of that name. */
  public ObjectValue with(PropertyName name, Value value) {
    Map<String, Value> changed = toMap();
    for (String written : names) {
      if (written.equalsIgnoreCase(name.text())) {
        changed.put(written, value);
        return of(changed);
      }
    }
    changed.put(name.text(), value);
    return of(changed);
  }

  /** The same object without a property. */
  public ObjectValue without(PropertyName name) {
    Map<String, Value> changed = toMap();
    changed.keySet().removeIf(written -> written.equalsIgnoreCase(name.text()));
    return of(changed);
  }

  /** The properties as a map of their own, by written name, in order. */
  public Map<String, Value> toMap() {
    Map<String, Value> map = LinkedHashMap.newLinkedHashMap(values.length);
    for (int i = 0; i < values.length; i++) {
      map.putIfAbsent(names.get(i), values[i]);
    }
    return map;
  }

  @Override
  public boolean isKnown() {
    return extent.known();
  }

  @Override
  public boolean isSecret() {
    return extent.secret();
  }

  @Override
  public int depth() {
    return extent.depth();
  }

  @Override
  public long weight() {
    return extent.weight();
  }

  @Override
  public String typeName() {
    return "Object";
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof ObjectValue object
            && weight() == object.weight()
            && toMap().equals(object.toMap()));
  }

  @Override
  public int hashCode() {
    return toMap().hashCode();
  }

  @Override
  public String toString() {
    return JsonText.of(this);
  }
}
