package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault is caught by the checks that are named, and by no other. */
@Tag("slow")
class PlantedFaultsTest {

  /** Compares all rows, so it catches nearly everything; what it catches is told apart. */
  private static final String TABLES = "database/tables-as-recorded";

  private static final CheckSettings SETTINGS =
      new CheckSettings(
          ShippedChecksTest.SETTINGS.digester(),
          Map.of("base", "1.3", "stock", "1.1", "sale", "", "acme_ext", "2.0.0"),
          null,
          2,
          PartProgress.NONE,
          ShippedChecksTest.SETTINGS.timeout());

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource({
    "dev.interlock.recovery.DatabaseFaults#all",
    "dev.interlock.recovery.OdooFaults#all",
    "dev.interlock.recovery.BusinessFaults#all"
  })
  void every_fault_is_caught_and_named(PlantedFault fault) throws Exception {
    assertCaught(19, fault);
  }

  @ParameterizedTest
  @MethodSource("dev.interlock.recovery.BusinessFaults#all")
  void what_is_wrong_in_the_business_is_caught_in_the_oldest_series_too(PlantedFault fault)
      throws Exception {
    assertCaught(16, fault);
  }

  private void assertCaught(int series, PlantedFault fault) throws Exception {
    try (OdooFixture odoo = OdooFixture.of(series, folder)) {
      Backup backup = odoo.backup();
      fault.plant().in(odoo);

      List<Checked> results = RestoreChecks.shipped(SETTINGS).run(odoo.restored(backup), _ -> {});

      Set<String> caught =
          results.stream()
              .filter(result -> result.outcome() != Outcome.PASS)
              .map(Checked::check)
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(caught.remove(TABLES)).as(TABLES).isEqualTo(fault.inRows());
      assertThat(caught).containsExactlyInAnyOrderElementsOf(fault.caughtBy());
    }
  }
}
