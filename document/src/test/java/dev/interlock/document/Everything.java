package dev.interlock.document;

import dev.interlock.finding.Money;
import dev.interlock.finding.Severity;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record with a component of every type that can be bound. */
@Doc("A record with everything.")
record Everything(
    @Doc(value = "Some text.", example = "hello") String text,
    @Nullable String maybe,
    boolean flag,
    @Nullable Boolean tristate,
    int count,
    @Nullable Integer maybeCount,
    long big,
    BigDecimal exact,
    Color color,
    DayOfWeek day,
    @Doc(value = "How long it takes.", example = "PT4H") Duration duration,
    Instant instant,
    LocalDate date,
    LocalTime time,
    YearMonth month,
    ZoneId zone,
    Currency currency,
    Money money,
    Severity severity,
    Inner inner,
    @Nullable Inner maybeInner,
    List<Inner> inners,
    List<String> texts,
    Map<String, Severity> severities,
    Map<String, Map<String, Object>> free) {

  enum Color {
    RED,
    DEEP_SKY_BLUE
  }

  /** A part that contains itself. */
  record Inner(@Doc("Its name.") String name, List<Inner> parts) {
    Inner {
      if (name.equals("forbidden")) {
        throw new IllegalArgumentException("the name must not be forbidden");
      }
    }
  }

  static final String JSON =
      """
      {
      'text': 'hello',
      'count': 3,
      'big': 5000000000,
      'exact': 1.50,
      'color': 'deep-sky-blue',
      'day': 'mon',
      'duration': 'P1DT2H',
      'instant': '2026-12-24T18:00:00Z',
      'date': '2026-12-24',
      'time': '06:00',
      'month': '2026-10',
      'zone': 'Europe/Vienna',
      'currency': 'EUR',
      'money': '12500.00 EUR',
      'severity': 'high',
      'inner': {'name': 'a', 'parts': [{'name': 'b'}]},
      'inners': []
      }
      """;
}
