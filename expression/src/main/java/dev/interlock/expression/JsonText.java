package dev.interlock.expression;

import java.math.BigDecimal;

/** Writes values as JSON on one line, without spaces, as Azure does. */
public final class JsonText {

  /** A double has no more; a number read from a text may have any exponent. */
  private static final int MOST_PLACES = 400;

  private JsonText() {}

  /** The JSON text; what is unknown is written as the text {@code <unknown>}. */
  public static String of(Value value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(Value value, StringBuilder out) {
    switch (value) {
      case NullValue _ -> out.append("null");
      case BooleanValue truth -> out.append(truth.isTrue());
      case NumberValue number -> out.append(number(number));
      case StringValue text -> quote(text.text(), out);
      case ArrayValue array -> writeArray(array, out);
      case ObjectValue object -> writeObject(object, out);
      case UnknownValue _ -> out.append("\"<unknown>\"");
    }
  }

  /** A number as Azure writes it: plain digits, no exponent unless there would be hundreds. */
  public static String number(NumberValue number) {
    if (number instanceof IntegerValue whole) {
      return Long.toString(whole.value());
    }
    BigDecimal decimal = number.decimal();
    return Math.abs((long) decimal.scale()) > MOST_PLACES
        ? decimal.toString()
        : decimal.toPlainString();
  }

  private static void writeArray(ArrayValue array, StringBuilder out) {
    out.append('[');
    String separator = "";
    for (Value item : array.items()) {
      out.append(separator);
      write(item, out);
      separator = ",";
    }
    out.append(']');
  }

  private static void writeObject(ObjectValue object, StringBuilder out) {
    out.append('{');
    for (int i = 0; i < object.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      quote(object.names().get(i), out);
      out.append(':');
      write(object.at(i), out);
    }
    out.append('}');
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> escape(c, out);
      }
    }
    out.append('"');
  }

  private static void escape(char c, StringBuilder out) {
    if (c < ' ') {
      out.append("\\u").append(String.format("%04x", (int) c));
    } else {
      out.append(c);
    }
  }
}
