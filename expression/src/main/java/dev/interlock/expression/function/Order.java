package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.NumberValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;

/** Which of two values is the greater. */
final class Order {

  /** Alphabetical, as .NET has it where no language is set. */
  static final Comparator<String> TEXTS = Order::alphabetical;

  /** What comes before the letters, in order. */
  private static final String SIGNS = "\t\n\u000b\f\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789";

  private Order() {}

  /** Compares the two arguments. */
  static int compare(Arguments arguments) {
    Value a = arguments.get(0);
    Value b = arguments.get(1);
    if (a instanceof NumberValue first && b instanceof NumberValue second) {
      return NumberValue.compare(first, second);
    }
    if (a instanceof StringValue first && b instanceof StringValue second) {
      return TEXTS.compare(first.text(), second.text());
    }
    throw arguments.fail(
        "two numbers or two texts can be compared, not " + a.typeName() + " with " + b.typeName());
  }

  /**
   * By letters and signs first; where these are the same, by accents; then small letters come
   * before capital ones.
   */
  private static int alphabetical(String a, String b) {
    String first = Normalizer.normalize(a, Normalizer.Form.NFD);
    String second = Normalizer.normalize(b, Normalizer.Form.NFD);
    int order = key(first).compareTo(key(second));
    if (order == 0) {
      order = first.toLowerCase(Locale.ROOT).compareTo(second.toLowerCase(Locale.ROOT));
    }
    return order == 0 ? second.compareTo(first) : order;
  }

  private static String key(String text) {
    StringBuilder key = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = Character.toLowerCase(text.charAt(i));
      if (Character.getType(c) != Character.NON_SPACING_MARK) {
        int sign = SIGNS.indexOf(c);
        key.append(sign >= 0 ? (char) (sign + 1) : (char) Math.max(c, 'a'));
      }
    }
    return key.toString();
  }
}
