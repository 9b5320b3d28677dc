package dev.interlock.recovery.drill;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.postgres.ExamineTables;
import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.PostgresTools;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every page of every table and index reads well, and is in order: pg_amcheck says so. */
final class PagesAreSound {

  private static final String NAME = "database/pages-are-sound";
  private static final int SHOWN = 3;

  private PagesAreSound() {}

  /** Nothing where the tool is not there: it is a package of its own on some systems. */
  static Optional<Checked> check(
      PostgresAddress database, PostgresTools tools, boolean copied, int jobs) {
    try {
      List<String> damage = new ExamineTables(tools).damage(database, copied, jobs);
      return Optional.of(
          damage.isEmpty()
              ? Checked.pass(NAME, "every page reads well, indexes are in order", Map.of())
              : Checked.fail(
                  NAME,
                  String.join("; ", damage.subList(0, Math.min(SHOWN, damage.size()))),
                  Map.of("lines", (long) damage.size())));
    } catch (Fault e) {
      return e.code().equals(RecoveryCode.NO_TOOL.code())
          ? Optional.empty()
          : Optional.of(Checked.unknown(NAME, String.valueOf(e.getMessage())));
    }
  }
}
