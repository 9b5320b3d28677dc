package dev.interlock.guardrails.view;

import com.google.errorprone.annotations.Immutable;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A record of the estate, as CEL sees it: the same keys and words as in the estate's files. */
@Immutable
@SuppressWarnings("Immutable") // records of the estate are never changed
public final class RecordView extends MapValue {

  private final String path;
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final Absences absences;

  /**
   * A view of a record.
   *
   * @param path how the record is called when one of its properties is missing
   * @param name the document's name, shown as {@code name}; null when the record has none
   */
  public RecordView(String path, @Nullable String name, Record spec, Absences absences) {
    this.path = path;
    this.absences = absences;
    if (name != null) {
      values.put("name", name);
    }
    for (RecordComponent component : spec.getClass().getRecordComponents()) {
      Object value = read(component, spec);
      if (value != null) {
        values.put(component.getName(), show(path + "." + component.getName(), value, absences));
      }
    }
  }

  @Override
  protected @Nullable Object lookup(String key) {
    return values.get(key);
  }

  @Override
  protected Collection<String> keys() {
    return values.keySet();
  }

  @Override
  protected String missing(String key) {
    return absences.note(path + "." + key, null);
  }

  private static @Nullable Object read(RecordComponent component, Record spec) {
    try {
      return component.getAccessor().invoke(spec);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }

  private static Object show(String path, Object value, Absences absences) {
    return switch (value) {
      case Record inner -> new RecordView(path, null, inner, absences);
      case Map<?, ?> map -> showMap(path, map, absences);
      case Collection<?> list -> {
        List<Object> shown = new ArrayList<>();
        list.forEach(element -> shown.add(show(path, element, absences)));
        yield shown;
      }
      case Optional<?> optional -> optional.isPresent() ? show(path, optional.get(), absences) : "";
      case Enum<?> word -> word.name().toLowerCase(Locale.ROOT).replace('_', '-');
      case Integer number -> number.longValue();
      case Boolean _, Long _, Double _, String _, Duration _, Instant _ -> value;
      case Number number -> number.doubleValue();
      default -> value.toString();
    };
  }

  private static Map<Object, Object> showMap(String path, Map<?, ?> map, Absences absences) {
    Map<Object, Object> shown = new LinkedHashMap<>();
    map.forEach((key, value) -> shown.put(show(path, key, absences), show(path, value, absences)));
    return shown;
  }
}
