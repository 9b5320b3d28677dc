package dev.interlock.testkit;

import dev.interlock.evidence.Cost;
import dev.interlock.evidence.Drill;
import dev.interlock.finding.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** What holds for every change of the sample: restore drills and budgets. */
final class SharedEvidence {

  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

  private SharedEvidence() {}

  static List<SampleFile> files() {
    List<SampleFile> files = new ArrayList<>(CoreDrills.files());
    files.add(
        new SampleFile(
            "shared/drill-shared-2026-10-04.json", sharedDrill(), "hosting-provider-drills"));
    files.add(budget("core-platform", "21904.16", "36780.00"));
    files.add(budget("shared-platform", "5120.40", "8815.00"));
    return files;
  }

  private static Drill sharedDrill() {
    return new Drill(
        "shared-production",
        "point in time 2026-10-03T18:00:00Z, share snapshot of the same hour",
        true,
        List.of(measured("field-service", "PT5H30M", "PT25M")),
        Instant.parse("2026-10-04T16:20:00Z"));
  }

  private static Drill.Measured measured(String process, String rto, String rpo) {
    return new Drill.Measured(process, Duration.parse(rto), Duration.parse(rpo));
  }

  private static SampleFile budget(String name, String spent, String forecast) {
    Cost cost =
        new Cost(
            name,
            NOVEMBER,
            Money.of(spent, "EUR"),
            Money.of(forecast, "EUR"),
            null,
            null,
            null,
            Instant.parse("2026-11-07T06:00:00Z"));
    return new SampleFile("shared/budget-" + name + "-2026-11.json", cost, "cost-review");
  }
}
