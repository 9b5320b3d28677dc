package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.IntegerValue;
import dev.interlock.expression.Value;

/** {@code dateTimeToEpoch(date)}: the seconds from the beginning of 1970 to a date. */
final class DateTimeToEpoch extends Strict {

  DateTimeToEpoch() {
    super("dateTimeToEpoch", Arity.of(1));
  }

  @Override
  public Value apply(Arguments arguments) {
    return new IntegerValue(DateText.parse(arguments, arguments.text(0)).date().toEpochSecond());
  }
}
