package dev.interlock.facts.arm;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;
import dev.interlock.expression.JsonText;
import dev.interlock.expression.Values;
import java.util.ArrayList;
import java.util.List;

/** Writes what an expansion gives for golden files: JSON that a person can read. */
final class PrettyJson {

  private PrettyJson() {}

  static String of(Node node, String indent) {
    return switch (node) {
      case UnknownNode unknown -> quoted("(unknown) " + unknown.reason());
      case ScalarNode scalar -> JsonText.of(Values.of(scalar));
      case SequenceNode list ->
          block("[", list.items().stream().map(item -> of(item, indent + "  ")).toList(), indent);
      case MappingNode mapping -> {
        List<String> parts = new ArrayList<>();
        mapping
            .entries()
            .forEach(e -> parts.add(quoted(e.key()) + ": " + of(e.value(), indent + "  ")));
        yield block("{", parts, indent);
      }
    };
  }

  static String quoted(String text) {
    return JsonText.of(Values.of(text));
  }

  static String block(String open, List<String> parts, String indent) {
    String close = open.equals("[") ? "]" : "}";
    return parts.isEmpty()
        ? open + close
        : open
            + "\n"
            + indent
            + "  "
            + String.join(",\n" + indent + "  ", parts)
            + "\n"
            + indent
            + close;
  }
}
