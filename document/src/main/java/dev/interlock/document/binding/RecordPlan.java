package dev.interlock.document.binding;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What reading and writing one record type needs to know, worked out once. */
public final class RecordPlan {

  private final Class<?> type;
  private final List<Field> fields;
  private final Map<String, Field> byName = new HashMap<>();
  private final Constructor<?> constructor;
  private final List<Method> accessors = new ArrayList<>();

  RecordPlan(Class<?> type, List<Field> fields) {
    this.type = type;
    this.fields = List.copyOf(fields);
    Class<?>[] parameters = new Class<?>[fields.size()];
    for (Field field : fields) {
      byName.put(field.name(), field);
      parameters[field.index()] = field.component().getType();
      Method accessor = field.component().getAccessor();
      accessor.setAccessible(true);
      accessors.add(accessor);
    }
    try {
      constructor = type.getDeclaredConstructor(parameters);
      constructor.setAccessible(true);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("a record without its canonical constructor: " + type, e);
    }
  }

  /** The record type. */
  public Class<?> type() {
    return type;
  }

  /** Its components in order. */
  public List<Field> fields() {
    return fields;
  }

  /** The component of that name, or null. */
  @Nullable Field field(String name) {
    return byName.get(name);
  }

  /**
   * A record of these values, in order of the components.
   *
   * @throws IllegalArgumentException when the record's own constructor refuses them
   */
  Object construct(@Nullable Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw refused;
      }
      throw new IllegalStateException(type + " could not be constructed", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " could not be constructed", e);
    }
  }

  /** The value of one component of a record of this type. */
  @Nullable Object value(Object from, Field field) {
    try {
      return accessors.get(field.index()).invoke(from);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + "." + field.name() + " could not be read", e);
    }
  }
}
