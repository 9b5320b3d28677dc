package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.evidence.Drill.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A slow disk makes a restore long, which is measured, and makes no backup bad. */
@Tag("slow")
@Timeout(120)
class SlowPlaceTest {

  private static final int MICROS = 1_000;
  private static final Duration LONGER = Duration.ofSeconds(1);

  private static final String MUCH =
      "create table much as select n, repeat('x', 500) t from generate_series(1, 5000) n";

  private static final List<ProcessProof> SALES =
      List.of(
          new ProcessProof(
              "order-to-cash", List.of(ProcessProbes.of("sales").orElseThrow()), List.of(), null));

  @TempDir private Path folder;

  private final List<String> told = new ArrayList<>();

  @Test
  void a_dump_comes_back_later_and_is_verified() throws Exception {
    try (SourceOdoo odoo = SourceOdoo.in(folder)) {
      odoo.run(MUCH);
      Backup backup = odoo.save(odoo.storeFolder(), null);
      RestoreDrill.Request request =
          new RestoreDrill.Request(backup, null, true, null, SALES, 2, odoo.places());
      RestoreDrill drill =
          new RestoreDrill(odoo.store(), null, InstantSource.system(), telling(), _ -> {});

      Drill fast = drill.run(request);
      Drill slow;
      long held;
      try (SlowDisk disk = SlowDisk.in(odoo.places(), folder.resolve("strace"), MICROS)) {
        slow = drill.run(request);
        held = disk.held();
      }

      isLater("restore", fast, slow, held);
      assertThat(odoo.places()).isEmptyDirectory();
    }
  }

  @Test
  void a_base_backup_recovers_later_and_is_verified() throws Exception {
    try (LoggedOdoo odoo = LoggedOdoo.in(folder)) {
      Path store = odoo.odoo().storeFolder();
      Backup backup = odoo.save(store, null);
      odoo.odoo().run(MUCH);
      odoo.server().archiveAll();
      odoo.ship(odoo.server().archive(), store, null);

      Drill fast = odoo.drill(backup, telling(), SALES);
      Drill slow;
      long held;
      try (SlowDisk disk = SlowDisk.in(odoo.odoo().places(), folder.resolve("strace"), MICROS)) {
        slow = odoo.drill(backup, telling(), SALES);
        held = disk.held();
      }

      isLater("recover", fast, slow, held);
      assertThat(odoo.odoo().places()).isEmptyDirectory();
    }
  }

  private void isLater(String stage, Drill fast, Drill slow, long held) {
    assertThat(held).as("writes that had to wait").isGreaterThan(500);
    assertThat(fast.verified()).isTrue();
    assertThat(slow.checks())
        .filteredOn(it -> it.outcome() != Outcome.PASS)
        .extracting(Checked::message)
        .isEmpty();
    assertThat(slow.verified()).isTrue();
    assertThat(length(slow, stage)).isGreaterThan(length(fast, stage).plus(LONGER));
    assertThat(rto(slow)).isGreaterThan(rto(fast).plus(LONGER));
    assertThat(slow.stages()).extracting(Stage::name).isEqualTo(names(fast));
    List<String> twice = new ArrayList<>(names(fast));
    twice.addAll(names(slow));
    assertThat(told).isEqualTo(twice);
  }

  private static List<String> names(Drill drill) {
    return drill.stages().stream().map(Stage::name).toList();
  }

  private static Duration length(Drill drill, String stage) {
    return drill.stages().stream()
        .filter(it -> it.name().equals(stage))
        .map(Stage::length)
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static Duration rto(Drill drill) {
    return drill.processes().getFirst().rto();
  }

  private RecoveryProgress telling() {
    return new RecoveryProgress() {
      @Override
      public void begins(String stage) {
        told.add(stage);
      }

      @Override
      public void at(long done, long all) {}
    };
  }
}
