package dev.interlock.expression;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * .NET's formats of dates, where no language is set: what {@code utcNow} and {@code dateTimeAdd}
 * take.
 */
public final class DateFormats {

  private static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");
  private static final List<String> DAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

  private final OffsetDateTime date;
  private final String picture;
  private final StringBuilder out = new StringBuilder();
  private int at;

  private DateFormats(OffsetDateTime date, String picture) {
    this.date = date;
    this.picture = picture;
  }

  /**
   * A date in a standard format, which is one letter, or in a custom one.
   *
   * @throws ExpressionException when there is no such format
   */
  public static String format(OffsetDateTime date, String format) {
    if (format.length() > 1) {
      return new DateFormats(date, format).text();
    }
    String picture =
        switch (format) {
          case "d" -> "MM/dd/yyyy";
          case "D" -> "dddd, dd MMMM yyyy";
          case "f" -> "dddd, dd MMMM yyyy HH:mm";
          case "F", "U" -> "dddd, dd MMMM yyyy HH:mm:ss";
          case "g" -> "MM/dd/yyyy HH:mm";
          case "G", "" -> "MM/dd/yyyy HH:mm:ss";
          case "M", "m" -> "MMMM dd";
          case "O", "o" -> "yyyy-MM-ddTHH:mm:ss.fffffffK";
          case "R", "r" -> "ddd, dd MMM yyyy HH:mm:ss 'GMT'";
          case "s" -> "yyyy-MM-ddTHH:mm:ss";
          case "t" -> "HH:mm";
          case "T" -> "HH:mm:ss";
          case "u" -> "yyyy-MM-dd HH:mm:ssZ";
          case "Y", "y" -> "yyyy MMMM";
          default -> throw new ExpressionException("there is no date format '" + format + "'");
        };
    boolean utc = "URru".contains(format) && !format.isEmpty();
    return new DateFormats(utc ? date.withOffsetSameInstant(ZoneOffset.UTC) : date, picture).text();
  }

  private String text() {
    while (at < picture.length()) {
      char c = picture.charAt(at);
      switch (c) {
        case '\'', '"' -> quoted(c);
        case '\\' -> escaped();
        case '%' -> percent();
        default -> part(c, run(c));
      }
      Limits.text(out.length());
    }
    return out.toString();
  }

  /** How often a character stands here in a row; these are consumed. */
  private int run(char c) {
    int start = at;
    while (at < picture.length() && picture.charAt(at) == c) {
      at++;
    }
    return at - start;
  }

  private void quoted(char quote) {
    int end = picture.indexOf(quote, at + 1);
    if (end < 0) {
      throw new ExpressionException("the date format has a quote that is not closed");
    }
    out.append(picture, at + 1, end);
    at = end + 1;
  }

  private void escaped() {
    if (at + 1 == picture.length()) {
      throw new ExpressionException("the date format ends with a backslash");
    }
    out.append(picture.charAt(at + 1));
    at += 2;
  }

  /** Makes one letter a custom format. */
  private void percent() {
    at++;
    if (at == picture.length() || picture.charAt(at) == '%') {
      throw new ExpressionException("the date format has a % with nothing after it");
    }
  }

  private void part(char c, int count) {
    switch (c) {
      case 'd' -> day(count);
      case 'M' -> month(count);
      case 'y' -> year(count);
      case 'H' -> number(date.getHour(), Math.min(count, 2));
      case 'h' -> number((date.getHour() + 11) % 12 + 1, Math.min(count, 2));
      case 'm' -> number(date.getMinute(), Math.min(count, 2));
      case 's' -> number(date.getSecond(), Math.min(count, 2));
      case 't' -> out.append(date.getHour() < 12 ? "AM" : "PM", 0, Math.min(count, 2));
      case 'f', 'F' -> fraction(c, count);
      case 'z' -> zone(count);
      case 'K' -> zones(count);
      case 'g' -> out.append("A.D.");
      default -> out.append(String.valueOf(c).repeat(count));
    }
  }

  private void day(int count) {
    String name = DAYS.get(date.getDayOfWeek().getValue() - 1);
    switch (count) {
      case 1, 2 -> number(date.getDayOfMonth(), count);
      case 3 -> out.append(name, 0, 3);
      default -> out.append(name);
    }
  }

  private void month(int count) {
    String name = MONTHS.get(date.getMonthValue() - 1);
    switch (count) {
      case 1, 2 -> number(date.getMonthValue(), count);
      case 3 -> out.append(name, 0, 3);
      default -> out.append(name);
    }
  }

  private void year(int count) {
    number(count <= 2 ? date.getYear() % 100 : date.getYear(), Math.min(count, 100));
  }

  /** Digits of the second; {@code F} leaves out zeros at the end, and the point before nothing. */
  private void fraction(char c, int count) {
    if (count > 7) {
      throw new ExpressionException("the date format has more than 7 digits of a second");
    }
    String digits = "%09d".formatted(date.getNano()).substring(0, count);
    String kept = c == 'f' ? digits : digits.replaceFirst("0+$", "");
    out.append(kept);
    if (kept.isEmpty() && !out.isEmpty() && out.charAt(out.length() - 1) == '.') {
      out.setLength(out.length() - 1);
    }
  }

  private void zones(int count) {
    for (int i = 0; i < count; i++) {
      if (date.getOffset().equals(ZoneOffset.UTC)) {
        out.append('Z');
      } else {
        zone(3);
      }
      Limits.text(out.length());
    }
  }

  private void zone(int count) {
    int minutes = date.getOffset().getTotalSeconds() / 60;
    out.append(minutes < 0 ? '-' : '+');
    number(Math.abs(minutes) / 60, Math.min(count, 2));
    if (count > 2) {
      out.append(':');
      number(Math.abs(minutes) % 60, 2);
    }
  }

  private void number(int value, int digits) {
    String text = Integer.toString(value);
    out.append("0".repeat(Math.max(0, digits - text.length()))).append(text);
  }
}
