package dev.interlock.usecases;

import dev.interlock.azure.FlexibleServer;
import dev.interlock.estate.BackupPlan;
import dev.interlock.evidence.Drill.Checked;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Whether Azure keeps of a server what the plan promises. */
final class PromisedByAzure {

  private static final String KEPT = "backup/is-within-plan";
  private static final String REGION = "backup/is-in-target-region";

  private PromisedByAzure() {}

  /** What is asked before anything is restored. */
  static List<Checked> checks(FlexibleServer server, BackupPlan plan) {
    return plan.targetRegion() == null
        ? List.of(kept(server, plan))
        : List.of(kept(server, plan), region(server, plan.targetRegion()));
  }

  private static Checked kept(FlexibleServer server, BackupPlan plan) {
    Duration kept = Duration.ofDays(server.retentionDays());
    Map<String, Long> numbers =
        Map.of("kept-days", kept.toDays(), "promised-days", plan.keep().toDays());
    if (server.retentionDays() == 0) {
      return Checked.unknown(KEPT, "Azure does not say how long it keeps backups of this server");
    }
    String message =
        "Azure keeps " + kept.toDays() + " days, the plan promises " + plan.keep().toDays();
    return kept.compareTo(plan.keep()) >= 0
        ? Checked.pass(KEPT, message, numbers)
        : Checked.fail(KEPT, message, numbers);
  }

  private static Checked region(FlexibleServer server, String promised) {
    if (promised.equals(server.location())) {
      return Checked.pass(REGION, "the copies are in " + promised, Map.of());
    }
    return server.geoRedundant()
        ? Checked.pass(REGION, "copies are in the paired region of " + server.location(), Map.of())
        : Checked.fail(
            REGION,
            "copies are in " + server.location() + " alone, the plan promises " + promised,
            Map.of());
  }
}
