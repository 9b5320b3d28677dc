package dev.interlock.recovery.query;

import java.io.Serial;
import java.sql.SQLException;

/** A table that a question needs is not there. */
public final class MissingTable extends SQLException {

  @Serial private static final long serialVersionUID = 1;

  /** Names the table. */
  public MissingTable(String table) {
    super("there is no table " + table + ", so nobody can tell");
  }
}
