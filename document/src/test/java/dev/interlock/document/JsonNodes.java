package dev.interlock.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON into nodes by itself, so that binder and writer are tested without the reader. */
final class JsonNodes {

  private JsonNodes() {}

  static Node parse(String json) {
    try (JsonParser in = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      in.nextToken();
      return node(in);
    }
  }

  /** JSON with single quotes, easier to read in a test. */
  static Node quoted(String json) {
    return parse(json.replace('\'', '"'));
  }

  private static Node node(JsonParser in) {
    int line = in.currentTokenLocation().getLineNr();
    int column = in.currentTokenLocation().getColumnNr();
    return switch (in.currentToken()) {
      case START_OBJECT -> mapping(in, line, column);
      case START_ARRAY -> sequence(in, line, column);
      case VALUE_STRING -> new ScalarNode(in.getString(), in.getString(), line, column);
      case VALUE_NUMBER_INT -> new ScalarNode(in.getLongValue(), in.getString(), line, column);
      case VALUE_NUMBER_FLOAT -> new ScalarNode(in.getDecimalValue(), in.getString(), line, column);
      case VALUE_TRUE, VALUE_FALSE ->
          new ScalarNode(in.getBooleanValue(), in.getString(), line, column);
      case VALUE_NULL -> new ScalarNode(null, "null", line, column);
      default -> throw new IllegalStateException("unexpected " + in.currentToken());
    };
  }

  private static Node mapping(JsonParser in, int line, int column) {
    List<MappingNode.Entry> entries = new ArrayList<>();
    @Nullable JsonToken next;
    while ((next = in.nextToken()) != JsonToken.END_OBJECT && next != null) {
      String key = in.currentName();
      int keyLine = in.currentTokenLocation().getLineNr();
      int keyColumn = in.currentTokenLocation().getColumnNr();
      in.nextToken();
      entries.add(new MappingNode.Entry(key, keyLine, keyColumn, node(in)));
    }
    return new MappingNode(List.copyOf(entries), line, column);
  }

  private static Node sequence(JsonParser in, int line, int column) {
    List<Node> items = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(in));
    }
    return new SequenceNode(List.copyOf(items), line, column);
  }
}
