package dev.interlock.document.reading;

import dev.interlock.document.ReadOptions.Dialect;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Tells which plain words of YAML are numbers, booleans or null, without regular expressions. */
final class Scalars {

  /** Longer numbers, or such exponents, are refused: exact arithmetic on them takes too long. */
  static final int MOST_DIGITS = 1000;

  private static final int LARGEST_EXPONENT = 9999;

  private final boolean kubernetes;

  Scalars(Dialect dialect) {
    kubernetes = dialect == Dialect.KUBERNETES;
  }

  /** The value of a plain word; throws {@link ArithmeticException} when a number is too large. */
  @Nullable Object resolve(String text) {
    if (text.isEmpty()) {
      return null;
    }
    char first = text.charAt(0);
    if ((first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.') {
      Object number = number(text, first);
      return number == null ? text : number;
    }
    if (text.length() > 5) {
      return text;
    }
    return word(text);
  }

  private @Nullable Object word(String text) {
    return switch (text) {
      case "null", "Null", "NULL", "~" -> null;
      case "true", "True", "TRUE" -> true;
      case "false", "False", "FALSE" -> false;
      case "y", "Y", "yes", "Yes", "YES", "on", "On", "ON" -> kubernetes ? true : text;
      case "n", "N", "no", "No", "NO", "off", "Off", "OFF" -> kubernetes ? false : text;
      default -> text;
    };
  }

  private @Nullable Object number(String text, char first) {
    int start = first == '-' || first == '+' ? 1 : 0;
    if (start == text.length()) {
      return null;
    }
    if (text.endsWith("nf")
        || text.endsWith("NF")
        || text.endsWith("aN")
        || text.endsWith("AN")
        || text.endsWith("nan")) {
      return special(text.substring(start), first == '-', start > 0);
    }
    if (text.charAt(start) == '0' && text.length() > start + 1) {
      Object radix = withRadix(text, start, first == '-');
      if (radix != null) {
        return radix;
      }
    }
    String digits = kubernetes && text.indexOf('_') > 0 ? text.replace("_", "") : text;
    return decimal(digits, start);
  }

  private static @Nullable Object special(String word, boolean negative, boolean signed) {
    return switch (word) {
      case ".inf", ".Inf", ".INF" -> negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      case ".nan", ".NaN", ".NAN" -> signed ? null : Double.NaN;
      default -> null;
    };
  }

  private @Nullable Object withRadix(String text, int start, boolean negative) {
    if (start > 0 && !kubernetes) {
      return null;
    }
    char mark = text.charAt(start + 1);
    return switch (mark) {
      case 'x' -> integer(text, start + 2, 16, negative);
      case 'o' -> integer(text, start + 2, 8, negative);
      case 'X' -> kubernetes ? integer(text, start + 2, 16, negative) : null;
      case 'O' -> kubernetes ? integer(text, start + 2, 8, negative) : null;
      case 'b', 'B' -> kubernetes ? integer(text, start + 2, 2, negative) : null;
      default -> kubernetes ? integer(text, start + 1, 8, negative) : null;
    };
  }

  private @Nullable Object integer(String text, int from, int radix, boolean negative) {
    String digits = kubernetes ? text.substring(from).replace("_", "") : text.substring(from);
    if (digits.isEmpty()) {
      return null;
    }
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) > 'f' || Character.digit(digits.charAt(i), radix) < 0) {
        return null;
      }
    }
    requireShort(digits);
    BigInteger value = new BigInteger(digits, radix);
    return compact(negative ? value.negate() : value);
  }

  /** {@code [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?}, or null when it is none. */
  private static @Nullable Object decimal(String text, int start) {
    int whole = digitsFrom(text, start);
    int at = whole;
    if (at == text.length()) {
      return integer(text);
    }
    if (text.charAt(at) == '.') {
      int fraction = digitsFrom(text, at + 1);
      if (whole == start && fraction == at + 1) {
        return null;
      }
      at = fraction;
    } else if (whole == start) {
      return null;
    }
    int exponent = 0;
    if (at < text.length()) {
      int end = exponentEnd(text, at);
      if (end != text.length()) {
        return null;
      }
      exponent = exponent(text, at + 1);
    }
    requireShort(text);
    if (Math.abs(exponent) > LARGEST_EXPONENT) {
      throw new ArithmeticException("exponent");
    }
    return new BigDecimal(text);
  }

  private static int exponent(String text, int from) {
    return text.length() - from > 7 ? Integer.MAX_VALUE : Integer.parseInt(text.substring(from));
  }

  private static int exponentEnd(String text, int at) {
    if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
      return -1;
    }
    int from = at + 1;
    if (from < text.length() && (text.charAt(from) == '-' || text.charAt(from) == '+')) {
      from++;
    }
    int end = digitsFrom(text, from);
    return end == from ? -1 : end;
  }

  private static Object integer(String text) {
    requireShort(text);
    if (text.length() <= 18) {
      return Long.parseLong(text);
    }
    return compact(new BigInteger(text));
  }

  private static void requireShort(String digits) {
    if (digits.length() > MOST_DIGITS) {
      throw new ArithmeticException("digits");
    }
  }

  /** A Long where it fits. */
  static Object compact(BigInteger value) {
    return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
  }

  private static int digitsFrom(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i;
  }
}
