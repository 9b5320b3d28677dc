package dev.interlock.recovery.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One connection with one transaction, which is always rolled back. Long answers are streamed, so
 * that memory does not grow with them.
 */
public final class Session implements AutoCloseable {

  /** So many rows are fetched at once. */
  private static final int FETCHED = 2_000;

  /** So many questions are asked with one statement. */
  private static final int TOGETHER = 50;

  private final Connection connection;

  private Session(Connection connection) {
    this.connection = connection;
  }

  /** Begins a transaction. */
  public static Session open(DataSource database) throws SQLException {
    Connection connection = database.getConnection();
    try {
      connection.setAutoCommit(false);
      return new Session(connection);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** What is done with each row of an answer. */
  @FunctionalInterface
  public interface RowSeen {

    /** One row, which must not be kept. */
    void see(ResultSet row) throws SQLException;
  }

  /** Asks and shows each row. */
  public void each(String sql, RowSeen seen, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(FETCHED);
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          seen.see(rows);
        }
      }
    }
  }

  /** Asks many questions with few statements, and shows each row; all have the same columns. */
  public void eachOf(List<String> questions, RowSeen seen) throws SQLException {
    for (int from = 0; from < questions.size(); from += TOGETHER) {
      List<String> some = questions.subList(from, Math.min(from + TOGETHER, questions.size()));
      each(String.join("\nunion all ", some), seen);
    }
  }

  /** The only number of the answer; 0 when it is empty. */
  public long number(String sql, Object... values) throws SQLException {
    long[] number = {0};
    each(sql, row -> number[0] = row.getLong(1), values);
    return number[0];
  }

  /** The only text of the answer; null when there is none. */
  public @Nullable String text(String sql, Object... values) throws SQLException {
    List<@Nullable String> texts = new ArrayList<>();
    each(sql, row -> texts.add(row.getString(1)), values);
    return texts.isEmpty() ? null : texts.getFirst();
  }

  /** The first column of each row, those without a value left out. */
  public List<String> texts(String sql, Object... values) throws SQLException {
    List<String> texts = new ArrayList<>();
    each(sql, row -> addText(texts, row.getString(1)), values);
    return texts;
  }

  private static void addText(List<String> texts, @Nullable String text) {
    if (text != null) {
      texts.add(text);
    }
  }

  /** The first column of each row, counted, with a few of them as examples. */
  public Faults faults(String sql, Object... values) throws SQLException {
    Faults faults = new Faults();
    each(sql, row -> faults.add(String.valueOf(row.getString(1))), values);
    return faults;
  }

  /** Whether there is a table or view of that name. */
  public boolean hasTable(String name) throws SQLException {
    return number("select count(to_regclass(quote_ident(?)))", name) > 0;
  }

  /** Whether there is such a table with all these columns. */
  public boolean hasColumns(String table, List<String> columns) throws SQLException {
    long there =
        number(
            """
            select count(*) from pg_attribute
            where attrelid = to_regclass(quote_ident(?)) and attnum > 0 and not attisdropped
              and attname = any (?)
            """,
            table,
            connection.createArrayOf("text", columns.toArray()));
    return hasTable(table) && there == columns.size();
  }

  /** Whether there is such a column. */
  public boolean hasColumn(String table, String column) throws SQLException {
    return hasColumns(table, List.of(column));
  }

  /**
   * Whether Odoo works with a model here, such as {@code account.move}.
   *
   * @throws MissingTable when Odoo knows the model and its table is gone, or nobody can tell
   */
  public boolean has(String model) throws SQLException {
    String table = model.replace('.', '_');
    if (hasTable(table)) {
      return true;
    }
    require("ir_model");
    if (number("select count(*) from ir_model where model = ?", model) > 0) {
      throw new MissingTable(table);
    }
    return false;
  }

  /** Goes on only when a table is there. */
  public void require(String table) throws SQLException {
    if (!hasTable(table)) {
      throw new MissingTable(table);
    }
  }

  /** The connection, for what is not a short question. */
  public Connection connection() {
    return connection;
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      connection.rollback();
    }
  }
}
