package dev.interlock.recovery.database;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.RestoreCheck;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.query.Faults;
import dev.interlock.recovery.query.Session;
import dev.interlock.recovery.query.Tally;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The extensions are those that Odoo uses or that the backup names, and none of the latter is gone.
 * An extension is code: nobody wants one that was not there.
 */
public final class ExtensionsAreKnown implements RestoreCheck {

  private static final Set<String> OF_ODOO = Set.of("plpgsql", "pg_trgm", "unaccent");

  @Override
  public String name() {
    return "database/extensions-are-known";
  }

  @Override
  public Checked verify(RestoredOdoo restored) throws SQLException {
    List<String> recorded = recorded(restored.backup());
    try (Session session = Session.open(restored.database())) {
      List<String> there = session.texts("select extname from pg_extension order by 1");
      Set<String> known = new HashSet<>(OF_ODOO);
      known.addAll(recorded);
      return new Tally(name())
          .count("extensions", there.size())
          .none("unknown", without(there, known), "extensions that nobody expects")
          .none("gone", without(recorded, Set.copyOf(there)), "extensions of the backup are gone")
          .otherwise("all extensions are known");
    }
  }

  private static List<String> recorded(@Nullable Backup backup) {
    return backup == null || backup.database() == null ? List.of() : backup.database().extensions();
  }

  private static Faults without(List<String> names, Set<String> those) {
    Faults faults = new Faults();
    names.stream().filter(name -> !those.contains(name)).forEach(faults::add);
    return faults;
  }
}
