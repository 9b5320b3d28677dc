package dev.interlock.cli.output;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes documents as JSON; what is not known as an object that says why. */
public final class NodeJson {

  private NodeJson() {}

  /** Writes one value. */
  public static void write(JsonGenerator json, Node node) {
    switch (node) {
      case MappingNode mapping -> {
        json.writeStartObject();
        for (MappingNode.Entry entry : mapping.entries()) {
          json.writeName(entry.key());
          write(json, entry.value());
        }
        json.writeEndObject();
      }
      case SequenceNode list -> {
        json.writeStartArray();
        list.items().forEach(item -> write(json, item));
        json.writeEndArray();
      }
      case UnknownNode unknown -> {
        json.writeStartObject();
        json.writeStringProperty(UnknownNode.KEY, unknown.reason());
        json.writeEndObject();
      }
      case ScalarNode scalar -> scalar(json, scalar.value());
    }
  }

  private static void scalar(JsonGenerator json, @Nullable Object value) {
    switch (value) {
      case null -> json.writeNull();
      case Boolean truth -> json.writeBoolean(truth);
      case Long whole -> json.writeNumber(whole);
      case BigInteger whole -> json.writeNumber(whole);
      case BigDecimal amount -> json.writeNumber(amount);
      default -> json.writeString(value.toString());
    }
  }
}
