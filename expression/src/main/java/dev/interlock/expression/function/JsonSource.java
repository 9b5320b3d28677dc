package dev.interlock.expression.function;

import dev.interlock.document.DocumentReader;
import dev.interlock.document.Node;
import dev.interlock.document.SequenceNode;
import dev.interlock.expression.Arguments;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.finding.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads JSON texts. */
final class JsonSource {

  /** Azure's reader takes a decimal number without the zero before its point. */
  private static final Pattern BARE = Pattern.compile("\\s*-?\\.[0-9]+([eE][-+]?[0-9]+)?\\s*");

  private JsonSource() {}

  /**
   * The value of a text that is JSON, and neither YAML nor JavaScript.
   *
   * <p>It is read as the only element of an array: the reader of documents takes arrays of single
   * values for JSON, and a single value for YAML.
   */
  static Value read(Arguments arguments, String written) {
    String text = BARE.matcher(written).matches() ? written.replaceFirst("\\.", "0.") : written;
    if (text.contains("\n---") || !beginsAsJson(text)) {
      throw arguments.fail("the text is not JSON");
    }
    List<Node> roots = new ArrayList<>();
    List<Diagnostic> problems =
        DocumentReader.standard()
            .read("[" + text + "]", "json()", document -> roots.add(document.root()));
    if (!problems.isEmpty()) {
      throw arguments.fail("the text is not JSON: " + message(problems.getFirst()));
    }
    if (roots.size() != 1
        || !(roots.getFirst() instanceof SequenceNode list)
        || list.items().size() != 1) {
      throw arguments.fail("the text is not one JSON value");
    }
    return Values.of(list.items().getFirst());
  }

  /** Without a place, which would be one in the array. */
  private static String message(Diagnostic problem) {
    String message = problem.message();
    int place = message.indexOf(", at line ");
    return place < 0 ? message : message.substring(0, place);
  }

  private static boolean beginsAsJson(String text) {
    String start = text.substring(0, Math.min(text.length(), 4096)).strip();
    return !start.isEmpty()
        && ("{[\"-0123456789".indexOf(start.charAt(0)) >= 0
            || start.startsWith("true")
            || start.startsWith("false")
            || start.startsWith("null"));
  }
}
