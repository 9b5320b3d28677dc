package dev.interlock.recovery.database;

import dev.interlock.evidence.Backup.Table;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.RestoreCheck;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.TableDigester;
import dev.interlock.recovery.query.Faults;
import dev.interlock.recovery.query.Tally;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tables and all their rows are those that the backup recorded. */
public final class TablesAsRecorded implements RestoreCheck {

  /** Its permanent name. */
  public static final String NAME = "database/tables-as-recorded";

  private final TableDigester digester;

  /** Asks a digester, which must be the one that backups are made with. */
  public TablesAsRecorded(TableDigester digester) {
    this.digester = digester;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Checked verify(RestoredOdoo restored) throws SQLException {
    // An Odoo without tables is none: where nothing is noted nobody has counted.
    List<Table> recorded = restored.counted();
    if (recorded.isEmpty()) {
      return Checked.unknown(
          name(), "there is no record of what the database held when it was backed up");
    }
    return compare(byName(recorded), byName(digester.digest(restored.database())));
  }

  private static Map<String, Table> byName(List<Table> tables) {
    Map<String, Table> byName = new TreeMap<>();
    tables.forEach(table -> byName.put(table.name(), table));
    return byName;
  }

  private Checked compare(Map<String, Table> recorded, Map<String, Table> there) {
    Faults gone = new Faults();
    Faults rows = new Faults();
    Faults digests = new Faults();
    for (Table was : recorded.values()) {
      Table is = there.get(was.name());
      if (is == null) {
        gone.add(was.name());
      } else if (is.rows() != was.rows()) {
        rows.add("%s has %d instead of %d".formatted(was.name(), is.rows(), was.rows()));
      } else if (!is.digest().equals(was.digest())) {
        digests.add(was.name());
      }
    }
    Faults fresh = new Faults();
    there.keySet().stream().filter(name -> !recorded.containsKey(name)).forEach(fresh::add);
    return new Tally(name())
        .count("tables", there.size())
        .count("rows", there.values().stream().mapToLong(Table::rows).sum())
        .none("gone", gone, "tables are gone")
        .none("unexpected", fresh, "tables that were not in the backup")
        .none("other-number-of-rows", rows, "tables with more or fewer rows than recorded")
        .none("other-rows", digests, "tables with other rows than recorded")
        .otherwise("all tables and rows are as recorded");
  }
}
