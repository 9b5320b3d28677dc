package dev.interlock.document.reading;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Tells ARM templates and their parameter files by the schema that they name at their beginning.
 * They are the only JSON that is read here in which comments are allowed: Azure documents them as
 * part of the format.
 */
final class ArmHead {

  private static final String SCHEMA = "$schema";
  private static final String SITE = "https://schema.management.azure.com/";

  private static final JsonFactory COMMENTED =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();

  private ArmHead() {}

  /**
   * True for the beginning of a template or parameter file.
   *
   * @param head of the text; it may end anywhere
   */
  static boolean is(String head) {
    if (!head.contains(SCHEMA)) {
      return false;
    }
    String schema = schema(head);
    String lower = schema == null ? "" : schema.toLowerCase(Locale.ROOT);
    return lower.startsWith(SITE)
        && (lower.contains("deploymenttemplate.json")
            || lower.contains("deploymentparameters.json"));
  }

  /** The schema of the document itself, not of something in it. */
  private static @Nullable String schema(String head) {
    try (JsonParser parser = COMMENTED.createParser(ObjectReadContext.empty(), head)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean found = parser.currentName().equals(SCHEMA);
        JsonToken value = parser.nextToken();
        if (found) {
          return value == JsonToken.VALUE_STRING ? parser.getString() : null;
        }
        parser.skipChildren();
      }
    } catch (JacksonException _) {
      return null;
    }
    return null;
  }
}
