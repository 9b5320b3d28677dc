package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.IntegerValue;
import dev.interlock.expression.JsonText;
import dev.interlock.expression.NumberValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** .NET's standard formats of numbers, where no language is set. */
final class NumberFormat {

  private static final int MOST_PLACES = 1000;

  private final Arguments arguments;
  private final NumberValue number;
  private final char letter;
  private final int places;

  private NumberFormat(Arguments arguments, NumberValue number, char letter, int places) {
    this.arguments = arguments;
    this.number = number;
    this.letter = letter;
    this.places = places;
  }

  /** A number in a format such as {@code N2}, or in a picture such as {@code 0.00}. */
  static String format(Arguments arguments, NumberValue number, String format) {
    Numbers.finite(arguments, number);
    char letter = format.charAt(0);
    boolean ascii = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    if (!ascii || !format.matches(".[0-9]{0,9}")) {
      return NumberPicture.format(number.decimal(), format);
    }
    int places = format.length() == 1 ? -1 : Integer.parseInt(format.substring(1));
    if (places > MOST_PLACES) {
      throw arguments.fail("a number may have " + MOST_PLACES + " digits, not " + places);
    }
    return new NumberFormat(arguments, number, letter, places).text();
  }

  private String text() {
    BigDecimal amount = number.decimal();
    return switch (letter) {
      case 'D', 'd' -> digits(10);
      case 'X' -> digits(16).toUpperCase(Locale.ROOT);
      case 'x' -> digits(16);
      case 'F', 'f' -> fixed(amount, 2, false);
      case 'N', 'n' -> fixed(amount, 2, true);
      case 'P', 'p' -> fixed(amount.movePointRight(2), 2, true) + " %";
      case 'C', 'c' -> currency(amount);
      case 'E', 'e' -> exponential(amount);
      case 'G', 'g' -> general(amount);
      case 'R', 'r' -> JsonText.number(number);
      default -> throw arguments.fail("an invalid numeric format specifier: '" + letter + "'");
    };
  }

  private String digits(int radix) {
    if (!(number instanceof IntegerValue whole)) {
      throw arguments.fail("the format '" + letter + "' is for whole numbers only");
    }
    long value = whole.value();
    boolean negative = radix == 10 && value < 0;
    String digits = radix == 10 ? Long.toString(value) : Long.toHexString(value);
    String plain = negative ? digits.substring(1) : digits;
    return (negative ? "-" : "") + "0".repeat(Math.max(0, places - plain.length())) + plain;
  }

  private String fixed(BigDecimal amount, int usual, boolean grouped) {
    BigDecimal rounded = amount.setScale(places < 0 ? usual : places, RoundingMode.HALF_UP);
    String plain = rounded.abs().toPlainString();
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    String rest = point < 0 ? "" : plain.substring(point);
    return (rounded.signum() < 0 ? "-" : "") + (grouped ? grouped(whole) : whole) + rest;
  }

  private String currency(BigDecimal amount) {
    String plain = "¤" + fixed(amount.abs(), 2, true);
    return amount.signum() < 0 ? "(" + plain + ")" : plain;
  }

  private String exponential(BigDecimal amount) {
    int decimals = places < 0 ? 6 : places;
    BigDecimal rounded = amount.round(new MathContext(decimals + 1, RoundingMode.HALF_UP));
    int exponent = rounded.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
    String mantissa = rounded.movePointLeft(exponent).setScale(decimals).toPlainString();
    String power = Integer.toString(Math.abs(exponent));
    String sign = exponent < 0 ? "-" : "+";
    return mantissa + letter + sign + "0".repeat(Math.max(0, 3 - power.length())) + power;
  }

  private String general(BigDecimal amount) {
    return places <= 0
        ? JsonText.number(number)
        : JsonText.number(
            NumberValue.of(amount.round(new MathContext(places, RoundingMode.HALF_UP))));
  }

  /** With a comma between thousands. */
  static String grouped(String digits) {
    StringBuilder out = new StringBuilder(digits);
    for (int i = digits.length() - 3; i > 0; i -= 3) {
      out.insert(i, ',');
    }
    return out.toString();
  }
}
