package dev.interlock.expression.function;

import java.util.ArrayList;
import java.util.List;

/** A picture of a number, taken apart. */
final class Picture {

  /**
   * A part of a picture.
   *
   * @param slot whether a digit stands there: {@code 0} always, {@code #} when the number has one
   * @param text the slot's sign, or what is written as it is
   */
  record Part(boolean slot, String text) {}

  private final List<Part> whole = new ArrayList<>();
  private final List<Part> decimals = new ArrayList<>();
  private final String text;
  private List<Part> parts = whole;
  private int shift;
  private boolean grouped;

  Picture(String text) {
    this.text = text;
    int at = 0;
    while (at < text.length()) {
      at = read(at);
    }
  }

  /** Pictures for positive and negative numbers and for zero, as far as they are there. */
  static List<String> sections(String text) {
    List<String> sections = new ArrayList<>();
    int start = 0;
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) == ';') {
        sections.add(text.substring(start, at));
        start = at + 1;
      }
      at = next(text, at);
    }
    sections.add(text.substring(start));
    return sections;
  }

  /** Where the part after this begins: what is quoted or escaped is one. */
  private static int next(String text, int at) {
    char c = text.charAt(at);
    int end = c == '\'' || c == '"' ? text.indexOf(c, at + 1) : c == '\\' ? at + 1 : at;
    return end < 0 ? text.length() : Math.min(text.length(), end + 1);
  }

  private int read(int at) {
    char c = text.charAt(at);
    int next = next(text, at);
    switch (c) {
      case '0', '#' -> parts.add(new Part(true, String.valueOf(c)));
      case '.' -> parts = decimals;
      case ',' -> comma(at);
      case '\'', '"' -> literal(text.substring(at + 1, Math.max(at + 1, next - 1)));
      case '\\' -> literal(text.substring(at + 1, next));
      case '%', '‰' -> {
        shift += c == '%' ? 2 : 3;
        literal(String.valueOf(c));
      }
      default -> literal(String.valueOf(c));
    }
    return next;
  }

  private void literal(String part) {
    parts.add(new Part(false, part));
  }

  /** Between digits it groups thousands; after the last it divides by a thousand. */
  private void comma(int at) {
    int next = at + 1;
    while (next < text.length() && text.charAt(next) == ',') {
      next++;
    }
    boolean more = next < text.length() && "0#".indexOf(text.charAt(next)) >= 0;
    if (slots(whole) > 0) {
      grouped |= more;
      shift -= more ? 0 : 3;
    }
  }

  /** What stands before the point. */
  List<Part> whole() {
    return whole;
  }

  /** What stands after the point. */
  List<Part> decimals() {
    return decimals;
  }

  /** By how many places the number is moved before it is written. */
  int shift() {
    return shift;
  }

  /** Whether thousands are parted by commas. */
  boolean isGrouped() {
    return grouped;
  }

  /** How many digits there are places for. */
  static int slots(List<Part> parts) {
    return (int) parts.stream().filter(Part::slot).count();
  }

  /** How many digits there are at least, counted from the point: up to the farthest zero. */
  static int least(List<Part> fromPoint) {
    int least = 0;
    int count = 0;
    for (Part part : fromPoint) {
      count += part.slot() ? 1 : 0;
      least = part.slot() && part.text().equals("0") ? count : least;
    }
    return least;
  }
}
