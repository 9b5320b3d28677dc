package dev.interlock.cli.remote;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes what a server answered as it answered it. */
public final class PartJson {

  private PartJson() {}

  /** Writes an object. */
  public static void write(Part part, JsonGenerator json) {
    value(part.values(), json);
  }

  /** Writes a list of objects. */
  public static void write(List<Part> parts, JsonGenerator json) {
    json.writeStartArray();
    parts.forEach(part -> write(part, json));
    json.writeEndArray();
  }

  private static void value(@Nullable Object value, JsonGenerator json) {
    switch (value) {
      case null -> json.writeNull();
      case Map<?, ?> map -> {
        json.writeStartObject();
        map.forEach((name, each) -> {
          json.writeName(String.valueOf(name));
          value(each, json);
        });
        json.writeEndObject();
      }
      case List<?> list -> {
        json.writeStartArray();
        list.forEach(each -> value(each, json));
        json.writeEndArray();
      }
      case Boolean flag -> json.writeBoolean(flag);
      case BigInteger number -> json.writeNumber(number);
      case Number number -> json.writeNumber(new BigDecimal(number.toString()));
      default -> json.writeString(value.toString());
    }
  }
}
