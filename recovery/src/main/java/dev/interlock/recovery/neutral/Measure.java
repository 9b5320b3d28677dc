package dev.interlock.recovery.neutral;

import java.util.List;

/**
 * One statement that closes a way out, and the question whether it is still open. It applies where
 * its table has all its columns; elsewhere there is no such way.
 *
 * @param table the table that must be there
 * @param columns the columns that it must have
 * @param close the statement
 * @param open the question: how many are open; 0 when it is closed
 */
record Measure(String table, List<String> columns, String close, String open) {

  Measure {
    columns = List.copyOf(columns);
  }

  /** Changes all rows that are still alive. */
  static Measure set(String table, List<String> columns, String change, String alive) {
    return new Measure(
        table,
        columns,
        "update %s set %s where %s".formatted(table, change, alive),
        count(table, alive));
  }

  /** Removes all rows that are still alive. */
  static Measure delete(String table, List<String> columns, String alive) {
    return new Measure(
        table, columns, "delete from %s where %s".formatted(table, alive), count(table, alive));
  }

  /** Removes what a column says. */
  static Measure clear(String table, String column) {
    return set(table, List.of(column), column + " = null", column + " is not null");
  }

  /** Switches rows off. */
  static Measure deactivate(String table) {
    return set(table, List.of("active"), "active = false", "active");
  }

  /** Moves rows from some states to another. */
  static Measure state(String table, String to, String... from) {
    return set(
        table,
        List.of("state"),
        "state = '" + to + "'",
        "state in ('" + String.join("', '", from) + "')");
  }

  private static String count(String table, String alive) {
    return "select count(*) from %s where %s".formatted(table, alive);
  }
}
