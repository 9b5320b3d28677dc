package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.DateFormats;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as a text of ISO 8601 has it.
 *
 * @param digits how many digits the text has of the second's fraction
 * @param compact written without hyphens and colons, as {@code utcNow()} does
 */
record DateText(OffsetDateTime date, int digits, boolean compact) {

  private static final Pattern EXTENDED =
      Pattern.compile(
          "(\\d{4})-(\\d\\d)-(\\d\\d)"
              + "(?:[T ](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:[.](\\d{1,9}))?)?)?"
              + "(Z|[+-]\\d\\d(?::?\\d\\d)?)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern COMPACT =
      Pattern.compile(
          "(\\d{4})(\\d\\d)(\\d\\d)"
              + "(?:T(\\d\\d)(\\d\\d)(?:(\\d\\d)(?:[.](\\d{1,9}))?)?)?"
              + "(Z|[+-]\\d\\d(?::?\\d\\d)?)?",
          Pattern.CASE_INSENSITIVE);

  /** The date that a text means; one without an offset is in UTC. */
  static DateText parse(Arguments arguments, String text) {
    String date = text.length() > 100 ? "" : text.strip();
    Matcher extended = EXTENDED.matcher(date);
    Matcher compact = COMPACT.matcher(date);
    try {
      if (extended.matches()) {
        return new DateText(date(extended), length(extended.group(7)), false);
      }
      if (compact.matches()) {
        return new DateText(date(compact), length(compact.group(7)), true);
      }
    } catch (DateTimeException _) {
      throw arguments.fail("there is no such date: " + date);
    }
    throw arguments.fail("the date must be one of ISO 8601, such as 2026-11-22T08:30:00Z");
  }

  private static OffsetDateTime date(Matcher parts) {
    String fraction = parts.group(7) == null ? "" : parts.group(7);
    return OffsetDateTime.of(
        number(parts, 1),
        number(parts, 2),
        number(parts, 3),
        number(parts, 4),
        number(parts, 5),
        number(parts, 6),
        Integer.parseInt((fraction + "000000000").substring(0, 9)),
        offset(parts.group(8)));
  }

  private static int number(Matcher parts, int group) {
    return parts.group(group) == null ? 0 : Integer.parseInt(parts.group(group));
  }

  private static ZoneOffset offset(@Nullable String text) {
    return text == null || text.equalsIgnoreCase("Z") ? ZoneOffset.UTC : ZoneOffset.of(text);
  }

  private static int length(@Nullable String fraction) {
    return fraction == null ? 0 : fraction.length();
  }

  /** The date so much later. */
  OffsetDateTime plus(Arguments arguments, Duration duration) {
    try {
      OffsetDateTime sum = date.plus(duration);
      if (sum.getYear() >= 1 && sum.getYear() <= 9999) {
        return sum;
      }
    } catch (DateTimeException | ArithmeticException _) {
      // as far outside
    }
    throw arguments.fail("the date must be in the years 1 to 9999");
  }

  /** Another date in the form of this one; digits that it needs are added. */
  String write(OffsetDateTime other) {
    int needed =
        String.valueOf(other.getNano() + 1_000_000_000L).replaceAll("0+$", "").length() - 1;
    int shown = Math.min(7, Math.max(digits, needed));
    String fraction = shown == 0 ? "" : "." + "f".repeat(shown);
    return DateFormats.format(
        other,
        compact ? "yyyyMMddTHHmmss" + fraction + "K" : "yyyy-MM-ddTHH:mm:ss" + fraction + "K");
  }
}
