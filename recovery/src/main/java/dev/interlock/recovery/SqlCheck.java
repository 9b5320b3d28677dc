package dev.interlock.recovery;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.query.OneStatement;
import dev.interlock.recovery.query.TimedSource;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A check of one's own: one question in SQL, and what its answer must be. It only reads and lasts a
 * minute at most. The answer itself is never told, for it may speak of persons: only how many rows
 * came back, or what number.
 *
 * @param name its permanent name
 * @param sql one statement that asks
 * @param expected what the answer must be
 */
public record SqlCheck(String name, String sql, Expectation expected) implements RestoreCheck {

  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int FETCHED = 1_000;

  /** Refuses what is not one question. */
  public SqlCheck {
    if (!OneStatement.isQuestion(sql)) {
      throw new IllegalArgumentException(
          name + ": only one statement that begins with select, with, values or table is allowed");
    }
  }

  /** Whether a text is one statement that asks, and may be a check. */
  public static boolean isQuestion(String sql) {
    return OneStatement.isQuestion(sql);
  }

  @Override
  public Checked verify(RestoredOdoo restored) throws SQLException {
    try (Connection connection = new TimedSource(restored.database(), LONGEST).getConnection();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.setFetchSize(FETCHED);
      try (ResultSet rows = statement.executeQuery(sql)) {
        return judge(rows);
      } finally {
        connection.rollback();
      }
    }
  }

  private Checked judge(ResultSet rows) throws SQLException {
    @Nullable String first = null;
    long count = 0;
    while (rows.next()) {
      first = count == 0 ? rows.getString(1) : first;
      count++;
    }
    return switch (expected.kind()) {
      case NO_ROWS -> result(count == 0, "rows", count);
      case ROWS -> result(count > 0, "rows", count);
      case ZERO, EQUALS -> value(first, count);
    };
  }

  private Checked value(@Nullable String value, long rows) {
    if (rows != 1 || value == null) {
      return Checked.unknown(
          name, "one value was expected, " + (rows == 1 ? "it is null" : rows + " rows came back"));
    }
    boolean same = value.equals(expected.value()) || isSameNumber(value);
    BigDecimal number = number(value);
    return number == null || number.scale() > 0 || number.precision() > 18
        ? result(same, "same", same ? 1 : 0)
        : result(same, "value", number.longValue());
  }

  private boolean isSameNumber(String value) {
    BigDecimal is = number(value);
    BigDecimal must = number(expected.value());
    return is != null && must != null && is.compareTo(must) == 0;
  }

  private static @Nullable BigDecimal number(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private Checked result(boolean good, String counted, long number) {
    Map<String, Long> numbers = Map.of(counted, number);
    return good
        ? Checked.pass(name, "the answer is as expected", numbers)
        : Checked.fail(
            name, "expected was %s, %s: %d".formatted(expected, counted, number), numbers);
  }
}
