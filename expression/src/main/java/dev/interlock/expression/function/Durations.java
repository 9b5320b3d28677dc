package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations of ISO 8601, with years of 365 days and months of 30. */
final class Durations {

  private static final Pattern FORM =
      Pattern.compile(
          "(-)?P(?:(\\d{1,9})Y)?(?:(\\d{1,9})M)?(?:(\\d{1,9})W)?(?:(\\d{1,9})D)?"
              + "(?:T(?:(\\d{1,9})H)?(?:(\\d{1,9})M)?(?:(\\d{1,9})(?:[.](\\d{1,9}))?S)?)?");

  private Durations() {}

  /** The duration that a text means. */
  static Duration parse(Arguments arguments, String text) {
    Matcher parts = FORM.matcher(text.length() > 100 ? "" : text);
    if (!parts.matches() || text.endsWith("P") || text.endsWith("T")) {
      throw arguments.fail("the duration must be one of ISO 8601, such as P3D or -PT1H30M");
    }
    long days =
        whole(parts, 2) * 365 + whole(parts, 3) * 30 + whole(parts, 4) * 7 + whole(parts, 5);
    Duration duration =
        Duration.ofDays(days)
            .plusHours(whole(parts, 6))
            .plusMinutes(whole(parts, 7))
            .plusSeconds(whole(parts, 8))
            .plusNanos(nanos(parts.group(9)));
    return parts.group(1) == null ? duration : duration.negated();
  }

  private static long whole(Matcher parts, int group) {
    String digits = parts.group(group);
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static long nanos(@Nullable String fraction) {
    return fraction == null ? 0 : Long.parseLong((fraction + "00000000").substring(0, 9));
  }
}
