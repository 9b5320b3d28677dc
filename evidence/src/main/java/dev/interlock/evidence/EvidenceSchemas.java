package dev.interlock.evidence;

import dev.interlock.document.JsonSchemas;

/** The JSON Schemas of predicates, as published in {@code docs/schema/evidence}. */
public final class EvidenceSchemas {

  /** Where the schema of a record names its own definition; other keywords may stand beside it. */
  private static final String REFERENCE = "\n  \"$ref\" : ";

  private final JsonSchemas schemas = new JsonSchemas();

  /** The schema of what one kind of evidence states. */
  public String of(PredicateKind kind) {
    String schema = schemas.of(kind.type());
    int reference = schema.indexOf(REFERENCE);
    if (reference < 0) {
      throw new IllegalStateException("the schema of " + kind + " has another form than expected");
    }
    if (kind.mustSay().isEmpty()) {
      return schema;
    }
    String keys = "\"" + String.join("\", \"", kind.mustSay()) + "\"";
    String required = "\n  \"required\" : [ " + keys + " ],";
    return schema.substring(0, reference) + required + schema.substring(reference);
  }
}
