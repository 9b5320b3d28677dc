package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.DateFormats;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * {@code dateTimeFromEpoch(seconds)}: the date so many seconds after the beginning of 1970, in UTC.
 */
final class DateTimeFromEpoch extends Strict {

  private static final long FIRST = -62_135_596_800L;
  private static final long LAST = 253_402_300_799L;

  DateTimeFromEpoch() {
    super("dateTimeFromEpoch", Arity.of(1));
  }

  @Override
  public Value apply(Arguments arguments) {
    long seconds = arguments.integer(0);
    if (seconds < FIRST || seconds > LAST) {
      throw arguments.fail("the date must be in the years 1 to 9999");
    }
    OffsetDateTime date = Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC);
    return Values.of(DateFormats.format(date, "yyyy-MM-ddTHH:mm:ssZ"));
  }
}
