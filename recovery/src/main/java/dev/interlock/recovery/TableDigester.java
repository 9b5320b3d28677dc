package dev.interlock.recovery;

import dev.interlock.evidence.Backup;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Counts and digests the rows of all tables, the same way as when a backup is made. */
@FunctionalInterface
public interface TableDigester {

  /** All tables of a database, by name. */
  List<Backup.Table> digest(DataSource database) throws SQLException;
}
