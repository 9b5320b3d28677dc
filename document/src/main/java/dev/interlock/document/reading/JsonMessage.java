package dev.interlock.document.reading;

import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Says what the JSON parser stumbled over in plain words. */
final class JsonMessage {

  private static final String UNEXPECTED = "Unexpected character ('";

  private JsonMessage() {}

  static Diagnostic of(JacksonException e, SourceRef place) {
    String message = e.getOriginalMessage() == null ? "" : e.getOriginalMessage();
    if (e instanceof StreamConstraintsException) {
      return constraint(message, place);
    }
    if (e instanceof UnexpectedEndOfInputException || message.startsWith("Unexpected end")) {
      return Problem.SYNTAX.at(place, "the JSON text ends before it is complete");
    }
    int at = message.indexOf(UNEXPECTED);
    if (at < 0) {
      return Problem.SYNTAX.at(place, "this is no valid JSON: " + plain(message));
    }
    char found = message.charAt(at + UNEXPECTED.length());
    return unexpected(found, message, place);
  }

  private static Diagnostic unexpected(char found, String message, SourceRef place) {
    return switch (found) {
      case '/', '#' -> Problem.JSON_COMMENT.at(place, "JSON has no comments");
      case '}', ']' ->
          Problem.JSON_TRAILING_COMMA.at(
              place,
              "a value is missing before " + found + "; JSON allows no comma after the last one");
      case '\'' -> Problem.SYNTAX.at(place, "JSON puts text in double quotes, not single ones");
      case Encodings.NOT_TEXT ->
          Problem.BAD_ENCODING.at(place, "these bytes are no valid text in UTF-8 or UTF-16");
      default -> Problem.SYNTAX.at(place, expected(found, message), YAML_HINT);
    };
  }

  private static final String YAML_HINT =
      "the file begins like JSON; is a comma or a quote missing?";

  private static String expected(char found, String message) {
    String what =
        message.contains("was expecting comma")
            ? "a comma was expected"
            : message.contains("was expecting double-quote")
                ? "a key in double quotes was expected"
                : message.contains("was expecting a colon") ? "a colon was expected" : "";
    String name = found < ' ' ? String.format("U+%04X", (int) found) : String.valueOf(found);
    return what.isEmpty()
        ? "this is no valid JSON: unexpected " + name
        : what + " in the JSON text, found " + name;
  }

  private static Diagnostic constraint(String message, SourceRef place) {
    return message.contains("nesting depth")
        ? Problem.TOO_DEEP.at(place, "values nest deeper than allowed")
        : Problem.TOO_LARGE.at(place, "one text or number is longer than allowed");
  }

  private static String plain(String message) {
    int end = message.indexOf('\n');
    return Builder.shorten(end < 0 ? message : message.substring(0, end));
  }
}
