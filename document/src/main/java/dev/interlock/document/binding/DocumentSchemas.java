package dev.interlock.document.binding;

import static dev.interlock.document.binding.SchemaBuilder.map;

import dev.interlock.document.DocumentHeader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Schemas of whole documents: the header around a record's schema. */
public final class DocumentSchemas {

  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private final Plans plans = new Plans();

  /** A record on its own. */
  public Map<String, Object> record(Class<?> type) {
    SchemaBuilder builder = new SchemaBuilder(plans);
    Map<String, Object> schema = map("$schema", DIALECT, "title", type.getSimpleName());
    schema.putAll(builder.reference(type));
    schema.put("$defs", builder.definitions());
    return schema;
  }

  /** A document of one kind. */
  public Map<String, Object> document(String kind, Class<?> spec) {
    SchemaBuilder builder = new SchemaBuilder(plans);
    Map<String, Object> schema = map("$schema", DIALECT, "title", kind);
    schema.putAll(body(kind, spec, builder));
    schema.put("$defs", builder.definitions());
    return schema;
  }

  /** Documents of several kinds. */
  public Map<String, Object> documents(Map<String, ? extends Class<?>> specs) {
    SchemaBuilder builder = new SchemaBuilder(plans);
    List<Object> branches = new ArrayList<>();
    specs.forEach((kind, spec) -> {
      builder.definitions().put(kind + ".document", body(kind, spec, builder));
      Map<String, Object> isKind = map("properties", map("kind", map("const", kind)));
      isKind.put("required", List.of("kind"));
      branches.add(map("if", isKind, "then", map("$ref", "#/$defs/" + kind + ".document")));
    });
    Map<String, Object> schema = map("$schema", DIALECT, "title", "Interlock");
    schema.put("description", "Any document of an Interlock estate.");
    schema.put("type", "object");
    Map<String, Object> properties = map("apiVersion", map("const", DocumentHeader.API_VERSION));
    properties.put("kind", map("enum", List.copyOf(specs.keySet())));
    schema.put("properties", properties);
    schema.put("required", List.of("apiVersion", "kind", "metadata"));
    schema.put("allOf", branches);
    schema.put("$defs", builder.definitions());
    return schema;
  }

  private static Map<String, Object> body(String kind, Class<?> spec, SchemaBuilder builder) {
    Map<String, Object> properties = map("apiVersion", map("const", DocumentHeader.API_VERSION));
    properties.put("kind", map("const", kind));
    properties.put("metadata", metadata(builder));
    boolean needed = builder.hasRequired(spec);
    Map<String, Object> reference = builder.reference(spec);
    properties.put(
        "spec", needed ? reference : map("anyOf", List.of(reference, map("type", "null"))));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    List<String> header = List.of("apiVersion", "kind", "metadata");
    schema.put("required", needed ? List.of("apiVersion", "kind", "metadata", "spec") : header);
    schema.put("additionalProperties", false);
    return schema;
  }

  /** The binder's own schema, with the form of names added. */
  private static Map<String, Object> metadata(SchemaBuilder builder) {
    Map<String, Object> name = map("type", "string", "pattern", DocumentHeader.NAME_PATTERN);
    name.put("maxLength", DocumentHeader.NAME_MAX);
    Map<String, Object> reference = builder.reference(Metadata.class);
    Map<String, Object> rules = map("properties", map("name", name));
    return map("allOf", List.of(reference, rules));
  }
}
