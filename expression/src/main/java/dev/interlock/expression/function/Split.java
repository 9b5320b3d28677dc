package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code split(text, delimiter)}: the parts of a text between a delimiter, or between any of an
 * array of delimiters.
 */
final class Split extends Strict {

  Split() {
    super("split", Arity.of(2));
  }

  @Override
  public Value apply(Arguments arguments) {
    return new Splitter(arguments.text(0), delimiters(arguments)).parts();
  }

  private static List<String> delimiters(Arguments arguments) {
    List<String> delimiters = new ArrayList<>();
    switch (arguments.get(1)) {
      case StringValue text -> delimiters.add(text.text());
      case ArrayValue array -> array.items().forEach(item -> delimiters.add(text(arguments, item)));
      default -> throw arguments.expected(1, "String or Array");
    }
    return delimiters;
  }

  private static String text(Arguments arguments, Value item) {
    if (item instanceof StringValue text) {
      return text.text();
    }
    throw arguments.fail("the delimiters must be texts, not " + item.typeName());
  }
}
