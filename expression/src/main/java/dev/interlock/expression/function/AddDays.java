package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.DateFormats;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** {@code addDays(date, days)}: the date so many days later, in UTC; for policies only. */
final class AddDays extends Strict {

  AddDays() {
    super("addDays", Arity.of(2));
  }

  @Override
  public Value apply(Arguments arguments) {
    DateText date = DateText.parse(arguments, arguments.text(0));
    long days = arguments.int32(1);
    OffsetDateTime sum = date.plus(arguments, Duration.ofDays(days));
    return Values.of(
        DateFormats.format(
            sum.withOffsetSameInstant(ZoneOffset.UTC), "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ"));
  }
}
