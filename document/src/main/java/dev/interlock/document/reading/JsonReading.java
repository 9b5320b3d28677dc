package dev.interlock.document.reading;

import dev.interlock.document.Limits;
import dev.interlock.document.ReadOptions.Dialect;
import dev.interlock.document.ScalarNode;
import dev.interlock.finding.SourceRef;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Reads one JSON text, or several one after the other (JSON Lines). */
final class JsonReading {

  private final JsonText text;
  private final Builder builder;
  private final JsonFactory factory;
  private final Problems problems;
  private final Scalars scalars = new Scalars(Dialect.YAML_1_2);

  JsonReading(JsonText text, Builder builder, JsonFactory factory, Problems problems) {
    this.text = text;
    this.builder = builder;
    this.factory = factory;
    this.problems = problems;
  }

  void run() {
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
      boolean more = true;
      while (more) {
        JsonToken token = next(parser);
        more = token != null;
        if (token != null && builder.isPassing()) {
          pass(token);
        } else if (token != null) {
          take(token, parser);
        }
      }
    } catch (Refused refused) {
      problems.add(refused.diagnostic());
    }
  }

  /**
   * What parses. It is kept for many documents, so it keeps nothing of them: names in a table that
   * all share would stay as long as it does, and slow down each other.
   *
   * @param comments are read over
   */
  static JsonFactory factory(Limits limits, boolean comments) {
    return JsonFactory.builder()
        .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(limits.depth() + 1)
                .maxStringLength(limits.pieceChars())
                .maxNameLength(limits.pieceChars())
                .maxNumberLength(limits.pieceChars())
                .build())
        .configure(JsonReadFeature.ALLOW_JAVA_COMMENTS, comments)
        .configure(JsonReadFeature.ALLOW_TRAILING_COMMA, comments)
        .configure(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, comments)
        .build();
  }

  private @Nullable JsonToken next(JsonParser parser) {
    try {
      return parser.nextToken();
    } catch (JacksonException e) {
      throw new Refused(JsonMessage.of(e, place(e.getLocation())));
    }
  }

  private void pass(JsonToken token) {
    if (token.isStructStart() || token.isStructEnd()) {
      builder.pass(token.isStructStart());
    }
  }

  private void take(JsonToken token, JsonParser parser) {
    TokenStreamLocation location = parser.currentTokenLocation();
    int line = location.getLineNr();
    int column = column(location);
    switch (token) {
      case PROPERTY_NAME ->
          builder.key(checked(parser.currentName(), line, column), line, column, false);
      case START_OBJECT, START_ARRAY -> {
        builder.open(token == JsonToken.START_OBJECT, line, column);
        builder.passIfLeftOut();
      }
      case END_OBJECT, END_ARRAY -> builder.close();
      case VALUE_STRING -> {
        String value = checked(builder.intern(string(parser)), line, column);
        builder.scalar(new ScalarNode(value, value, line, column));
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(string(parser), line, column);
      case VALUE_TRUE -> builder.scalar(new ScalarNode(true, "true", line, column));
      case VALUE_FALSE -> builder.scalar(new ScalarNode(false, "false", line, column));
      case VALUE_NULL -> builder.scalar(new ScalarNode(null, "null", line, column));
      case VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> throw new IllegalStateException(token.name());
    }
  }

  /** The parser reads a text to its end only when asked for it: it may be broken there. */
  private String string(JsonParser parser) {
    try {
      return parser.getString();
    } catch (JacksonException e) {
      throw new Refused(JsonMessage.of(e, place(e.getLocation())));
    }
  }

  private String checked(String value, int line, int column) {
    if (text.sawNotText() && value.indexOf(Encodings.NOT_TEXT) >= 0) {
      String message = "this text has bytes that are not valid in UTF-8 or UTF-16";
      throw new Refused(Problem.BAD_ENCODING.at(builder.at(line, column), message));
    }
    return value;
  }

  private void number(String digits, int line, int column) {
    Object value = digits;
    try {
      value = scalars.resolve(digits);
    } catch (ArithmeticException _) {
      builder.problem(Tags.tooLarge(digits, builder.at(line, column)));
    }
    builder.scalar(new ScalarNode(value, digits, line, column));
  }

  private SourceRef place(@Nullable TokenStreamLocation location) {
    if (location == null || location.getLineNr() < 1) {
      return builder.at(0, 0);
    }
    return builder.at(location.getLineNr(), Math.max(1, column(location)));
  }

  private int column(TokenStreamLocation location) {
    return text.column(location.getCharOffset(), location.getColumnNr() - 1) + 1;
  }
}
