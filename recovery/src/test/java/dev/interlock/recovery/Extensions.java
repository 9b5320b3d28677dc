package dev.interlock.recovery;

import dev.interlock.estate.BackupPlan;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Checked;
import java.time.Duration;
import java.util.List;

/** Plans that name extensions, and what drills say of those that are there. */
final class Extensions {

  private static final String CHECK = "database/extensions-are-known";

  private Extensions() {}

  /** A plan that every new backup keeps; without a name it allows none but those of Odoo. */
  static BackupPlan plan(String... names) {
    return new BackupPlan(
        "Daily",
        BackupPlan.Method.PG_DUMP,
        Duration.ofDays(1),
        Duration.ofDays(35),
        "here",
        null,
        null,
        null,
        null,
        List.of(names));
  }

  /** What a drill found. */
  static Checked found(Drill drill) {
    return drill.checks().stream().filter(it -> it.check().equals(CHECK)).findFirst().orElseThrow();
  }
}
