package dev.interlock.document.binding;

import dev.interlock.document.Doc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds the schemas of records; records inside records go to {@code $defs}. */
final class SchemaBuilder {

  /** The JSON value null inside a schema. */
  enum Null {
    NULL
  }

  private final Plans plans;
  private final SortedMap<String, Map<String, Object>> definitions = new TreeMap<>();

  SchemaBuilder(Plans plans) {
    this.plans = plans;
  }

  /** All records met so far, by the name they are referred to. */
  SortedMap<String, Map<String, Object>> definitions() {
    return definitions;
  }

  /** A reference to a record's definition, which is made when it is new. */
  Map<String, Object> reference(Class<?> type) {
    String name = name(type);
    if (!definitions.containsKey(name)) {
      definitions.put(name, Map.of());
      definitions.put(name, record(type));
    }
    return map("$ref", "#/$defs/" + name);
  }

  /** True when a document without this record would be wrong. */
  boolean hasRequired(Class<?> type) {
    return plans.of(type).fields().stream().anyMatch(Field::required);
  }

  /** {@code RiskPolicy.Rule}: unique among all kinds. */
  private static String name(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null ? type.getSimpleName() : name(outer) + "." + type.getSimpleName();
  }

  private Map<String, Object> record(Class<?> type) {
    Map<String, Object> schema = new LinkedHashMap<>();
    Doc doc = type.getAnnotation(Doc.class);
    if (doc != null) {
      schema.put("description", doc.value());
    }
    schema.put("type", "object");
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (Field field : plans.of(type).fields()) {
      properties.put(field.name(), field(field));
      if (field.required()) {
        required.add(field.name());
      }
    }
    schema.put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    schema.put("additionalProperties", false);
    return schema;
  }

  private Map<String, Object> field(Field field) {
    Map<String, Object> schema = new LinkedHashMap<>();
    Doc doc = field.doc();
    if (doc != null) {
      boolean list = doc.example().startsWith("[");
      schema.put("description", doc.value() + (list ? " Example: " + doc.example() : ""));
      if (!doc.example().isEmpty() && !list) {
        schema.put("examples", List.of(doc.example()));
      }
    }
    Map<String, Object> shape = shape(field.shape());
    schema.putAll(field.required() ? shape : orNull(shape));
    return schema;
  }

  /** What may be absent may also be written with nothing after its key. */
  private static Map<String, Object> orNull(Map<String, Object> schema) {
    Map<String, Object> wider = new LinkedHashMap<>(schema);
    if (schema.get("enum") instanceof List<?> words) {
      List<Object> more = new ArrayList<>(words);
      more.add(Null.NULL);
      wider.put("enum", more);
    } else if (schema.get("type") instanceof String type) {
      wider.put("type", List.of(type, "null"));
    } else if (!schema.isEmpty()) {
      return map("anyOf", List.of(schema, Map.of("type", "null")));
    }
    return wider;
  }

  private Map<String, Object> shape(Shape shape) {
    return switch (shape) {
      case Shape.Single single -> ordered(single.scalar().schema());
      case Shape.Word word -> map("enum", word.words().spellings());
      case Shape.Amount _ ->
          map("anyOf", List.of(ordered(new AmountText().schema()), reference(MoneyParts.class)));
      case Shape.Listing listing -> map("type", "array", "items", shape(listing.item()));
      case Shape.Mapping mapping ->
          map("type", "object", "additionalProperties", shape(mapping.value()));
      case Shape.Nested nested -> reference(nested.type());
      case Shape.Free _ -> new LinkedHashMap<>();
    };
  }

  /** The same keywords always in the same order: type first, then by name. */
  private static Map<String, Object> ordered(Map<String, Object> keywords) {
    Map<String, Object> schema = new LinkedHashMap<>();
    Object type = keywords.get("type");
    if (type != null) {
      schema.put("type", type);
    }
    schema.putAll(new TreeMap<>(keywords));
    return schema;
  }

  static Map<String, Object> map(String key, Object value) {
    return map(key, value, null, null);
  }

  static Map<String, Object> map(
      String key, Object value, @Nullable String other, @Nullable Object otherValue) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(key, value);
    if (other != null && otherValue != null) {
      map.put(other, otherValue);
    }
    return map;
  }
}
