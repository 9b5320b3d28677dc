package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Limits;
import dev.interlock.expression.NumberValue;

/** .NET's composite formatting: {@code {index,width:format}}. */
final class CompositeFormat {

  /** Wider than any text may be. */
  private static final int MOST_DIGITS = 6;

  private final Arguments arguments;
  private final String text;
  private final StringBuilder out = new StringBuilder();
  private int at;

  private CompositeFormat(Arguments arguments) {
    this.arguments = arguments;
    this.text = arguments.text(0);
  }

  /** The first argument with the others in their places. */
  static String format(Arguments arguments) {
    CompositeFormat format = new CompositeFormat(arguments);
    while (format.at < format.text.length()) {
      format.next();
    }
    return format.out.toString();
  }

  private void next() {
    char c = text.charAt(at++);
    boolean brace = c == '{' || c == '}';
    if (brace && at < text.length() && text.charAt(at) == c) {
      at++;
      out.append(c);
    } else if (c == '{') {
      place();
    } else if (c == '}') {
      throw arguments.fail("an unmatched closing brace; a brace as such is doubled");
    } else {
      out.append(c);
    }
    Limits.text(out.length());
  }

  private void place() {
    int index = number("an invalid placeholder: expected the number of a value after {");
    spaces();
    int width = take(',') ? width() : 0;
    String form = take(':') ? form() : "";
    if (!take('}')) {
      throw arguments.fail(
          at < text.length()
              ? "an invalid placeholder: unexpected '" + text.charAt(at) + "'"
              : "an unmatched opening brace; a brace as such is doubled");
    }
    if (index + 1 >= arguments.size()) {
      throw arguments.fail(
          "the placeholder {"
              + index
              + "} references argument index "
              + index
              + " and there are "
              + (arguments.size() - 1));
    }
    pad(value(index + 1, form), width);
  }

  private int width() {
    spaces();
    boolean left = take('-');
    int width = number("an invalid alignment: expected a number after the comma");
    spaces();
    if (at < text.length() && text.charAt(at) != '}' && text.charAt(at) != ':') {
      throw arguments.fail("an invalid alignment: unexpected '" + text.charAt(at) + "'");
    }
    return left ? -width : width;
  }

  private String form() {
    int end = text.indexOf('}', at);
    String form = text.substring(at, end < 0 ? text.length() : end);
    at += form.length();
    if (form.indexOf('{') >= 0) {
      throw arguments.fail("an unmatched opening brace in a placeholder");
    }
    return form;
  }

  private void pad(String value, int width) {
    int spaces = Math.abs(width) - value.length();
    Limits.text((long) out.length() + value.length() + Math.max(0, spaces));
    String padding = " ".repeat(Math.max(0, spaces));
    out.append(width < 0 ? value + padding : padding + value);
  }

  private String value(int index, String form) {
    return arguments.get(index) instanceof NumberValue number && !form.isEmpty()
        ? NumberFormat.format(arguments, number, form)
        : Scalars.text(arguments, index);
  }

  private int number(String complaint) {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == start) {
      throw arguments.fail(complaint);
    }
    if (at - start > MOST_DIGITS) {
      throw arguments.fail(
          "the number " + text.substring(start, start + MOST_DIGITS) + "… exceeds maximum allowed");
    }
    return Integer.parseInt(text.substring(start, at));
  }

  private void spaces() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private boolean take(char c) {
    boolean there = at < text.length() && text.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }
}
