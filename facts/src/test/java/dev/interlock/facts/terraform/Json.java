package dev.interlock.facts.terraform;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;

/** A value written as JSON, what is unknown with its reason. */
record Json(Node root) {

  String text() {
    StringBuilder text = new StringBuilder();
    write(root, "  ", text);
    return text.toString();
  }

  private static void write(Node node, String indent, StringBuilder text) {
    switch (node) {
      case MappingNode mapping -> {
        text.append('{');
        String before = "\n";
        for (MappingNode.Entry entry : mapping.entries()) {
          text.append(before).append(indent);
          before = ",\n";
          text.append(quoted(entry.key())).append(": ");
          write(entry.value(), indent + "  ", text);
        }
        text.append('}');
      }
      case SequenceNode list -> {
        text.append('[');
        for (int i = 0; i < list.items().size(); i++) {
          text.append(i == 0 ? "" : ", ");
          write(list.items().get(i), indent + "  ", text);
        }
        text.append(']');
      }
      case ScalarNode scalar ->
          text.append(scalar.value() instanceof String s ? quoted(s) : scalar.text());
      case UnknownNode unknown -> text.append(quoted("<unknown: " + unknown.reason() + ">"));
    }
  }

  static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }
}
