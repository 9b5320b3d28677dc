package dev.interlock.recovery.database;

import dev.interlock.estate.BackupPlan;
import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.RestoreCheck;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.query.Session;
import dev.interlock.recovery.query.Tally;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The extensions are those that Odoo uses, and those that the plan allows or, where it says
 * nothing, that the backup names; none of the latter is gone. An extension is code: nobody wants
 * one that was not there.
 */
public final class ExtensionsAreKnown implements RestoreCheck {

  private static final Set<String> OF_ODOO = Set.of("plpgsql", "pg_trgm", "unaccent");
  private static final String HINT =
      "; list those that may be there under extensions of the BackupPlan";

  private final @Nullable List<String> allowed;

  /** With the plan that the backup was made by; null when nobody says. */
  public ExtensionsAreKnown(@Nullable BackupPlan plan) {
    this.allowed = plan == null ? null : plan.extensions();
  }

  @Override
  public String name() {
    return "database/extensions-are-known";
  }

  @Override
  public Checked verify(RestoredOdoo restored) throws SQLException {
    List<String> recorded = recorded(restored.backup());
    try (Session session = Session.open(restored.database())) {
      List<String> there = session.texts("select extname from pg_extension order by 1");
      Tally tally = new Tally(name()).count("extensions", there.size());
      unknown(tally, there, recorded);
      List<String> gone = recorded == null ? List.of() : without(recorded, Set.copyOf(there));
      return tally
          .count("gone", gone.size())
          .wrongWhen(!gone.isEmpty(), words("extensions of the backup are gone", gone))
          .otherwise("all extensions are known");
    }
  }

  private void unknown(Tally tally, List<String> there, @Nullable List<String> recorded) {
    List<String> more = allowed == null ? recorded : allowed;
    Set<String> known = new HashSet<>(OF_ODOO);
    if (more != null) {
      known.addAll(more);
    }
    List<String> unknown = without(there, known);
    tally.count("unknown", unknown.size());
    if (more == null) {
      tally.unknownWhen(
          !unknown.isEmpty(), words("extensions that nobody recorded", unknown) + HINT);
    } else {
      tally.wrongWhen(
          !unknown.isEmpty(),
          words(
              allowed == null
                  ? "extensions that the backup did not have"
                  : "extensions that its plan does not name",
              unknown));
    }
  }

  /** What the backup says that there were; null when nobody noted it. */
  private static @Nullable List<String> recorded(@Nullable Backup backup) {
    return backup == null || backup.database() == null ? null : backup.database().extensions();
  }

  private static List<String> without(List<String> names, Set<String> those) {
    return names.stream().filter(name -> !those.contains(name)).toList();
  }

  /** All of them are named: there are few, and each is to be looked at. */
  private static String words(String what, List<String> names) {
    return "%s: %d (%s)".formatted(what, names.size(), String.join(", ", names));
  }
}
