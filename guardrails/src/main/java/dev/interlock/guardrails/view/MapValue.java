package dev.interlock.guardrails.view;

import com.google.errorprone.annotations.Immutable;
import dev.cel.common.exceptions.CelAttributeNotFoundException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.StructValue;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mapping as CEL sees it, read only when a key is asked for. It is a {@link StructValue} beside a
 * {@link Map} because CEL copies plain maps to their last leaf at every step of a selection, which
 * makes reading one property of a large resource as dear as reading all of it.
 */
@Immutable
@SuppressWarnings("Immutable") // what it shows never changes; what it keeps is only to be quicker
public abstract class MapValue extends StructValue<String, Map<Object, Object>>
    implements Map<Object, Object> {

  private static final CelType TYPE = MapType.create(SimpleType.STRING, SimpleType.DYN);

  private @Nullable Map<Object, Object> entries;

  /** The value under a key, or null when it is absent. */
  protected abstract @Nullable Object lookup(String key);

  /** The keys whose values are present, in order. */
  protected abstract Collection<String> keys();

  /** Notes that a key was asked for and is absent, and gives the words for it. */
  protected abstract String missing(String key);

  @Override
  public Object select(String key) {
    Object value = lookup(key);
    if (value == null) {
      throw CelAttributeNotFoundException.of(missing(key));
    }
    return value;
  }

  @Override
  public Optional<Object> find(String key) {
    return Optional.ofNullable(lookup(key));
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    Object value = key instanceof String text ? lookup(text) : null;
    if (value == null && key != null) {
      missing(key.toString());
    }
    return value;
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return key instanceof String text && lookup(text) != null;
  }

  @Override
  public Map<Object, Object> value() {
    return this;
  }

  @Override
  public boolean isZeroValue() {
    return isEmpty();
  }

  @Override
  public CelType celType() {
    return TYPE;
  }

  @Override
  public int size() {
    return keys().size();
  }

  @Override
  public boolean isEmpty() {
    return keys().isEmpty();
  }

  @Override
  public boolean containsValue(@Nullable Object value) {
    return entries().containsValue(value);
  }

  @Override
  public Set<Object> keySet() {
    return Collections.unmodifiableSet(new LinkedHashSet<>(keys()));
  }

  @Override
  public Collection<Object> values() {
    return entries().values();
  }

  @Override
  public Set<Entry<Object, Object>> entrySet() {
    return entries().entrySet();
  }

  @Override
  public @Nullable Object put(Object key, Object value) {
    throw new UnsupportedOperationException("read only");
  }

  @Override
  public @Nullable Object remove(@Nullable Object key) {
    throw new UnsupportedOperationException("read only");
  }

  @Override
  public void putAll(Map<? extends Object, ? extends Object> more) {
    throw new UnsupportedOperationException("read only");
  }

  @Override
  public void clear() {
    throw new UnsupportedOperationException("read only");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof Map<?, ?> map && entries().equals(map));
  }

  @Override
  public int hashCode() {
    return entries().hashCode();
  }

  @Override
  public String toString() {
    return entries().toString();
  }

  private Map<Object, Object> entries() {
    Map<Object, Object> all = entries;
    if (all == null) {
      all = new LinkedHashMap<>();
      for (String key : keys()) {
        Object value = lookup(key);
        if (value != null) {
          all.put(key, value);
        }
      }
      entries = all;
    }
    return all;
  }
}
