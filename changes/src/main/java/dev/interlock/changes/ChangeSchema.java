package dev.interlock.changes;

import dev.interlock.document.JsonSchemas;

/** The JSON Schema of a change request, as published in {@code docs/schema/Change.json}. */
public final class ChangeSchema {

  private ChangeSchema() {}

  /** The schema of a document of kind Change, JSON Schema 2020-12. */
  public static String text() {
    return new JsonSchemas().document(ChangeReader.KIND, Change.class);
  }
}
