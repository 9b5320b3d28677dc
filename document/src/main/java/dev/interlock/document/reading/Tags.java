package dev.interlock.document.reading;

import dev.interlock.document.ScalarNode;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Gives a YAML scalar its value: by its tag when one is written, else by its looks. */
final class Tags {

  private static final String STANDARD = "tag:yaml.org,2002:";

  private final Scalars scalars;
  private final Builder builder;

  Tags(Scalars scalars, Builder builder) {
    this.scalars = scalars;
    this.builder = builder;
  }

  ScalarNode scalar(ScalarEvent event, int line, int column) {
    String text = builder.intern(event.getValue());
    Object value = value(event, text, builder.at(line, column));
    return new ScalarNode(value, text, line, column);
  }

  private @Nullable Object value(ScalarEvent event, String text, SourceRef place) {
    try {
      String tag = event.getTag().orElse(null);
      if (tag == null || !tag.startsWith(STANDARD)) {
        boolean plain = event.isPlain() && event.getImplicit().canOmitTagInPlainScalar();
        return plain ? scalars.resolve(text) : text;
      }
      return tagged(tag.substring(STANDARD.length()), text, place);
    } catch (ArithmeticException _) {
      builder.problem(tooLarge(text, place));
      return text;
    }
  }

  static Diagnostic tooLarge(String text, SourceRef place) {
    String message = "the number " + Builder.shorten(text) + " is too large to be read exactly";
    return Problem.NUMBER_TOO_LARGE.at(place, message);
  }

  /** Others decode such values, {@code !!binary} above all, to something that is not seen here. */
  private static Refused unread(String type, SourceRef place) {
    String message = "a value tagged !!" + Builder.shorten(type) + " is not read here";
    return new Refused(Problem.BAD_TAG_VALUE.at(place, message, "write the text itself"));
  }

  /** Refuses a key that others may read differently: decoded, or as a merge key. */
  void requireUntagged(ScalarEvent key, SourceRef place) {
    String tag = key.getTag().orElse(STANDARD + "str");
    if (!tag.equals(STANDARD + "str")
        || (key.getTag().isPresent() && key.getValue().equals("<<"))) {
      String shown = tag.startsWith(STANDARD) ? "!!" + tag.substring(STANDARD.length()) : tag;
      String message = "this key is tagged " + Builder.shorten(shown);
      throw new Refused(Problem.TAGGED_KEY.at(place, message));
    }
  }

  private @Nullable Object tagged(String type, String text, SourceRef place) {
    Object value = scalars.resolve(text);
    boolean fits =
        switch (type) {
          case "int" -> value instanceof Long || value instanceof BigInteger;
          case "float" -> value instanceof Number;
          case "bool" -> value instanceof Boolean;
          case "null" -> value == null;
          case "str", "timestamp" -> true;
          default -> throw unread(type, place);
        };
    if (!fits) {
      String message = "\"" + Builder.shorten(text) + "\" is tagged !!" + type + " but is none";
      builder.problem(Problem.BAD_TAG_VALUE.at(place, message));
      return text;
    }
    return switch (type) {
      case "int", "bool", "null" -> value;
      case "float" -> value instanceof Long whole ? BigDecimal.valueOf(whole) : value;
      default -> text;
    };
  }
}
