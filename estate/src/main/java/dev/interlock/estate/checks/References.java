package dev.interlock.estate.checks;

import dev.interlock.estate.Kind;
import dev.interlock.estate.Ref;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Finds the names of other documents inside a spec by its components' {@link Ref}. */
final class References {

  /**
   * One name.
   *
   * @param kinds what it may be the name of
   */
  record Named(String name, List<Kind> kinds) {}

  /** A component with names (of these kinds) or, without kinds, with records that hold some. */
  private record Member(String key, Method accessor, List<Kind> kinds) {}

  private final Map<Class<?>, List<Member>> members = new HashMap<>();

  /** Hands over each name with its path inside the record, as {@code Entry.at} takes it. */
  void each(Object record, BiConsumer<List<Object>, Named> sink) {
    each(record, List.of(), sink);
  }

  private void each(Object record, List<Object> path, BiConsumer<List<Object>, Named> sink) {
    for (Member member : members.computeIfAbsent(record.getClass(), References::membersOf)) {
      Object value = read(member.accessor(), record);
      List<Object> here = with(path, member.key());
      if (value instanceof List<?> items) {
        for (int i = 0; i < items.size(); i++) {
          visit(member, items.get(i), with(here, i), sink);
        }
      } else if (value != null) {
        visit(member, value, here, sink);
      }
    }
  }

  private void visit(
      Member member, Object value, List<Object> path, BiConsumer<List<Object>, Named> sink) {
    if (!member.kinds().isEmpty()) {
      sink.accept(path, new Named((String) value, member.kinds()));
    } else {
      each(value, path, sink);
    }
  }

  private static List<Member> membersOf(Class<?> type) {
    List<Member> found = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      Class<?> plain = component.getType();
      boolean mayName = plain == String.class || plain == List.class;
      Ref ref = mayName ? component.getAnnotation(Ref.class) : null;
      if (ref != null) {
        found.add(new Member(component.getName(), component.getAccessor(), List.of(ref.value())));
      } else if (holdsRecord(component.getGenericType())) {
        found.add(new Member(component.getName(), component.getAccessor(), List.of()));
      }
    }
    return List.copyOf(found);
  }

  /** True for a record of the estate's, or a list of such. */
  private static boolean holdsRecord(Type type) {
    Type inner =
        type instanceof ParameterizedType generic && generic.getRawType() == List.class
            ? generic.getActualTypeArguments()[0]
            : type;
    return inner instanceof Class<?> plain
        && plain.isRecord()
        && plain.getPackage() == Ref.class.getPackage();
  }

  private static @Nullable Object read(Method accessor, Object record) {
    try {
      return accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("an accessor of a record can't be called: " + accessor, e);
    }
  }

  /** The last key of a path: {@code services} of {@code [services, 3]}. */
  static String key(List<Object> path) {
    Object last = path.getLast() instanceof Integer ? path.get(path.size() - 2) : path.getLast();
    return String.valueOf(last);
  }

  private static List<Object> with(List<Object> path, Object step) {
    List<Object> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }
}
