package dev.interlock.document.binding;

import dev.interlock.finding.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes values by the same conventions as {@link NodeBinder} reads them. */
public final class JsonValues {

  private final Plans plans;

  /** Writes records by these plans. */
  public JsonValues(Plans plans) {
    this.plans = plans;
  }

  /** Writes one value; an unsupported type is a bug. */
  public void write(@Nullable Object value, JsonGenerator out) {
    switch (value) {
      case null -> out.writeNull();
      case Record record when !(record instanceof Money) -> record(record, out);
      case List<?> list -> list(list, out);
      case Map<?, ?> map -> map(map, out);
      case Enum<?> constant -> out.writeString(EnumWords.word(constant));
      case BigInteger number -> out.writeNumber(number);
      case BigDecimal number -> out.writeNumber(number);
      case Double number -> out.writeNumber(number);
      default -> scalar(value, out);
    }
  }

  private static void scalar(Object value, JsonGenerator out) {
    switch (value) {
      case String text -> out.writeString(text);
      case Boolean flag -> out.writeBoolean(flag);
      case Integer number -> out.writeNumber(number);
      case Long number -> out.writeNumber(number);
      default -> Plans.writeText(value, out);
    }
  }

  private void record(Record record, JsonGenerator out) {
    RecordPlan plan = plans.of(record.getClass());
    out.writeStartObject();
    for (Field field : plan.fields()) {
      Object value = plan.value(record, field);
      if (value != null) {
        out.writeName(field.name());
        write(value, out);
      }
    }
    out.writeEndObject();
  }

  private void list(List<?> list, JsonGenerator out) {
    out.writeStartArray();
    for (Object item : list) {
      write(item, out);
    }
    out.writeEndArray();
  }

  private void map(Map<?, ?> map, JsonGenerator out) {
    out.writeStartObject();
    Map<String, @Nullable Object> sorted = new TreeMap<>();
    map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
    sorted.forEach((key, value) -> {
      out.writeName(key);
      write(value, out);
    });
    out.writeEndObject();
  }
}
