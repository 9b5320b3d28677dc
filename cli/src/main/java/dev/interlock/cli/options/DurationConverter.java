package dev.interlock.cli.options;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A length of time on the command line, ISO 8601. */
public final class DurationConverter implements ITypeConverter<Duration> {

  @Override
  public Duration convert(String value) {
    try {
      return Duration.parse(value.toUpperCase(Locale.ROOT));
    } catch (DateTimeException _) {
      throw new TypeConversionException(
          "'" + value + "' is no length of time: expected one such as PT2H or PT1H30M");
    }
  }
}
