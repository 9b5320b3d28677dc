package dev.interlock.cli.terminal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An instant on the command line: it must say which offset it means. */
public final class InstantConverter implements ITypeConverter<Instant> {

  @Override
  public Instant convert(String value) {
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
