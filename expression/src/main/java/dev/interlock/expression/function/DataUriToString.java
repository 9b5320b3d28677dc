package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** {@code dataUriToString(uri)}: the text in a data URI, whether it is in base64 or escaped. */
final class DataUriToString extends Strict {

  DataUriToString() {
    super("dataUriToString", Arity.of(1));
  }

  @Override
  public Value apply(Arguments arguments) {
    String uri = arguments.text(0);
    int comma = uri.indexOf(',');
    if (comma < 0 || !uri.regionMatches(true, 0, "data:", 0, 5)) {
      throw arguments.fail("expected a text that begins with data: and has a comma");
    }
    String head = uri.substring(5, comma).toLowerCase(Locale.ROOT);
    String body = uri.substring(comma + 1);
    return Values.of(
        head.endsWith(";base64")
            ? Base64Text.decode(arguments, body, charset(arguments, head))
            : Percent.decode(body));
  }

  private static Charset charset(Arguments arguments, String head) {
    for (String part : head.split(";")) {
      if (part.startsWith("charset=")) {
        return charsetOf(arguments, part.substring("charset=".length()));
      }
    }
    return StandardCharsets.UTF_8;
  }

  private static Charset charsetOf(Arguments arguments, String name) {
    return switch (name) {
      case "utf8", "utf-8" -> StandardCharsets.UTF_8;
      case "ascii", "us-ascii" -> StandardCharsets.US_ASCII;
      case "iso-8859-1" -> StandardCharsets.ISO_8859_1;
      case "utf-16" -> StandardCharsets.UTF_16LE;
      default -> throw arguments.fail("the character set '" + name + "' is not supported");
    };
  }
}
