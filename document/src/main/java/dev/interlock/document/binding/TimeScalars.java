package dev.interlock.document.binding;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Points in time, as ISO 8601 writes them. */
final class TimeScalars {

  private TimeScalars() {}

  /** An instant with Z or an offset. */
  static final class AtInstant implements TextScalar<Instant> {
    @Override
    public String expected() {
      return "an instant such as 2026-12-24T18:00:00Z";
    }

    @Override
    public @Nullable Instant parse(String text) {
      Instant usual = UsualInstant.read(text);
      return usual == null ? readOrNull(Instant::parse, text) : usual;
    }

    @Override
    public Instant standIn(boolean other) {
      return other
          ? LocalDate.of(9999, 12, 31).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.EPOCH;
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of("type", "string", "format", "date-time");
    }
  }

  /** A date. */
  static final class OnDate implements TextScalar<LocalDate> {
    @Override
    public String expected() {
      return "a date such as 2026-12-24";
    }

    @Override
    public @Nullable LocalDate parse(String text) {
      return text.length() == 10 ? readOrNull(LocalDate::parse, text) : null;
    }

    @Override
    public LocalDate standIn(boolean other) {
      return other ? LocalDate.of(9999, 12, 31) : LocalDate.EPOCH;
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of("type", "string", "format", "date");
    }
  }

  /** A time of day, without zone. */
  static final class AtTime implements TextScalar<LocalTime> {
    @Override
    public String expected() {
      return "a time of day such as 06:00";
    }

    @Override
    public @Nullable LocalTime parse(String text) {
      return readOrNull(LocalTime::parse, text);
    }

    @Override
    public LocalTime standIn(boolean other) {
      return other ? LocalTime.MAX : LocalTime.MIN;
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of(
          "type",
          "string",
          "pattern",
          "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?$");
    }
  }

  /** A calendar month. */
  static final class InMonth implements TextScalar<YearMonth> {
    @Override
    public String expected() {
      return "a month such as 2026-10";
    }

    @Override
    public @Nullable YearMonth parse(String text) {
      return text.length() == 7 ? readOrNull(YearMonth::parse, text) : null;
    }

    @Override
    public YearMonth standIn(boolean other) {
      return YearMonth.of(other ? 9999 : 1970, 1);
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of("type", "string", "pattern", "^[0-9]{4}-(0[1-9]|1[0-2])$");
    }
  }

  private static <T> @Nullable T readOrNull(Function<String, T> parser, String text) {
    try {
      return parser.apply(text);
    } catch (DateTimeException _) {
      return null;
    }
  }
}
