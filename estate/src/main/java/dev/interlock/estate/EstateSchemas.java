package dev.interlock.estate;

import dev.interlock.document.JsonSchemas;
import java.util.LinkedHashMap;
import java.util.Map;

/** The JSON Schemas of an estate's documents, as published in {@code docs/schema}. */
public final class EstateSchemas {

  private final JsonSchemas schemas = new JsonSchemas();

  /** The schema of one kind of document. */
  public String of(Kind kind) {
    return schemas.document(kind.word(), kind.spec());
  }

  /** One schema for all kinds, for editors that take one for a folder. */
  public String combined() {
    Map<String, Class<? extends Spec>> specs = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      specs.put(kind.word(), kind.spec());
    }
    return schemas.documents(specs);
  }
}
