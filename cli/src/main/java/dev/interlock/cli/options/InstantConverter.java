package dev.interlock.cli.options;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * An instant on the command line: it must say which offset it means, and lie in years for which
 * calendars can be read.
 */
public final class InstantConverter implements ITypeConverter<Instant> {

  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant AFTER_LAST = Instant.parse("2500-01-01T00:00:00Z");

  @Override
  public Instant convert(String value) {
    Instant instant = parsed(value);
    if (instant.isBefore(FIRST) || !instant.isBefore(AFTER_LAST)) {
      throw new TypeConversionException(
          "'" + value + "' is too far away: expected a year from 1900 to 2499");
    }
    return instant;
  }

  private static Instant parsed(String value) {
    try {
      return OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeException _) {
      throw new TypeConversionException(
          "'"
              + value
              + "' is no instant: expected one such as 2026-11-22T09:00:00Z"
              + " or 2026-11-22T10:00+01:00");
    }
  }
}
