package dev.interlock.testkit;

import dev.interlock.evidence.Cost;
import dev.interlock.evidence.Drill;
import dev.interlock.finding.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/** What holds for every change of the sample: restore drills and budgets. */
final class SharedEvidence {

  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

  private SharedEvidence() {}

  static List<SampleFile> files() {
    return List.of(
        new SampleFile("shared/drill-core-2026-11-06.json", slowDrill(), "drill-runner"),
        new SampleFile("shared/drill-core-2026-11-12.json", goodDrill(), "drill-runner"),
        new SampleFile(
            "shared/drill-shared-2026-10-04.json", sharedDrill(), "hosting-provider-drills"),
        budget("core-platform", "21904.16", "36780.00"),
        budget("shared-platform", "5120.40", "8815.00"));
  }

  /** Files came back slowly: the warehouse would have stood for too long. */
  private static Drill slowDrill() {
    return new Drill(
        "core-production",
        "pgbackrest 20261105-220004F, filestore 2026-11-05T22:00:00Z",
        true,
        List.of(
            measured("group-reporting", "PT3H5M", "PT4M"),
            measured("invoicing-and-close", "PT2H35M", "PT4M"),
            measured("mrp", "PT2H30M", "PT4M"),
            measured("order-to-cash", "PT2H20M", "PT4M"),
            measured("procurement-edi", "PT2H45M", "PT4M"),
            measured("shop-floor-reporting", "PT1H55M", "PT4M"),
            measured("warehouse-execution", "PT2H20M", "PT4M")),
        Instant.parse("2026-11-06T05:10:00Z"));
  }

  /** After restoring files in parallel: everything within its objective. */
  private static Drill goodDrill() {
    return new Drill(
        "core-production",
        "pgbackrest 20261111-220003F, filestore 2026-11-11T22:00:00Z",
        true,
        List.of(
            measured("group-reporting", "PT2H10M", "PT3M"),
            measured("invoicing-and-close", "PT1H25M", "PT3M"),
            measured("mrp", "PT1H20M", "PT3M"),
            measured("order-to-cash", "PT1H10M", "PT3M"),
            measured("procurement-edi", "PT1H30M", "PT3M"),
            measured("shop-floor-reporting", "PT1H5M", "PT3M"),
            measured("warehouse-execution", "PT1H10M", "PT3M")),
        Instant.parse("2026-11-12T03:40:00Z"));
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
