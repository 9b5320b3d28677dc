package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.DateFormats;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import java.time.Duration;
import java.time.OffsetDateTime;

/**
 * {@code dateTimeAdd(date, duration, format)}: the date so much later, or earlier with a minus
 * before the duration; a year has 365 days, a month 30. Without a format it is written as the date
 * is.
 */
final class DateTimeAdd extends Strict {

  DateTimeAdd() {
    super("dateTimeAdd", Arity.of(2, 3));
  }

  @Override
  public Value apply(Arguments arguments) {
    DateText date = DateText.parse(arguments, arguments.text(0));
    Duration duration = Durations.parse(arguments, arguments.text(1));
    OffsetDateTime sum = date.plus(arguments, duration);
    return Values.of(
        arguments.has(2) ? DateFormats.format(sum, arguments.text(2)) : date.write(sum));
  }
}
