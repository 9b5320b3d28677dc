package dev.interlock.document.binding;

import dev.interlock.document.ScalarNode;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A duration as ISO 8601 writes it, of weeks, days, hours, minutes and seconds, never negative.
 * Months and years are refused: they have no fixed length.
 */
final class LengthOfTime implements TextScalar<Duration> {

  private static final String PATTERN =
      "^P(?=[0-9T])([0-9]{1,9}W)?([0-9]{1,9}D)?"
          + "(T(?=[0-9])([0-9]{1,9}H)?([0-9]{1,9}M)?([0-9]{1,9}(\\.[0-9]{1,9})?S)?)?$";

  private static final Pattern MONTHS_OR_YEARS = Pattern.compile("^P[^T]*[0-9][MY]");

  @Override
  public String expected() {
    return "a length of time such as PT15M, PT4H or P14D (ISO 8601)";
  }

  @Override
  public @Nullable Duration parse(String text) {
    return new IsoDuration(text).parse();
  }

  /** What {@code 15m}, {@code 4 hours} or {@code p14d} would be. */
  @Override
  public @Nullable String hint(ScalarNode node) {
    String text = node.text().strip();
    int digits = 0;
    while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    if (digits > 0) {
      String unit = unit(text.substring(digits).strip());
      return unit == null ? null : "write " + unit.replace("n", text.substring(0, digits));
    }
    String upper = text.toUpperCase(Locale.ROOT);
    if (parse(upper) != null) {
      return "write " + upper;
    }
    if (upper.indexOf('-') >= 0 || upper.indexOf('+') >= 0) {
      return "a length of time is never below zero: leave out the sign";
    }
    return MONTHS_OR_YEARS.matcher(upper).find()
        ? "months and years have no fixed length: write days"
        : null;
  }

  private static @Nullable String unit(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "s", "sec", "secs", "second", "seconds" -> "PTnS";
      case "m", "min", "mins", "minute", "minutes" -> "PTnM";
      case "h", "hour", "hours" -> "PTnH";
      case "d", "day", "days" -> "PnD";
      case "w", "week", "weeks" -> "PnW";
      default -> null;
    };
  }

  @Override
  public Duration standIn(boolean other) {
    return other ? Duration.ofDays(100_000) : Duration.ZERO;
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "string", "pattern", PATTERN);
  }
}
