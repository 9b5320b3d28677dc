package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.estate.BackupPlan;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Measured;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.evidence.Drill.Stage;
import dev.interlock.finding.Fault;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that somebody else restored is asked the same, and always removed. */
@Tag("slow")
class ServerDrillTest {

  private static final List<ProcessProof> SALES =
      List.of(
          new ProcessProof(
              "order-to-cash", List.of(ProcessProbes.of("sales").orElseThrow()), List.of(), null));

  @TempDir private Path folder;

  private final AtomicInteger removed = new AtomicInteger();

  private ServerDrill.Restored at(String database) {
    return new ServerDrill.Restored() {
      @Override
      public String database() {
        return database;
      }

      @Override
      public void close() {
        removed.incrementAndGet();
      }
    };
  }

  private static ServerDrill drill() {
    return new ServerDrill(InstantSource.system(), RecoveryProgress.NONE, _ -> {});
  }

  private static ServerDrill.Request request(@Nullable Path filestore, Checked... known) {
    return request(null, filestore, known);
  }

  private static ServerDrill.Request request(
      @Nullable BackupPlan plan, @Nullable Path filestore, Checked... known) {
    return new ServerDrill.Request(
        "core-production",
        "a server",
        plan,
        Instant.now(),
        null,
        null,
        filestore,
        List.of(known),
        SALES,
        Map.of("base", "", "stock", "1.1", "sale", "1.2", "acme_ext", "2.0.0"),
        2);
  }

  @Test
  void what_came_back_is_verified_as_odoo_and_measured() throws Exception {
    try (SourceOdoo source = SourceOdoo.in(folder)) {
      Drill drill = drill().run(request(source.filestore()), () -> at(source.request().database()));

      assertThat(drill.checks()).allMatch(check -> check.outcome() == Outcome.PASS);
      assertThat(drill.verified()).isTrue();
      assertThat(drill.checks())
          .extracting(Checked::check)
          .contains(
              "odoo/attachments-have-files",
              "odoo/modules-have-code",
              "business/entries-balance",
              "neutralised/crons")
          .doesNotContain("database/tables-as-recorded");
      assertThat(drill.stages())
          .extracting(Stage::name)
          .containsExactly("restore", "connect", "verify", "neutralise", "probe");
      assertThat(drill.processes()).extracting(Measured::process).containsExactly("order-to-cash");
    }
    assertThat(removed).hasValue(1);
  }

  @Test
  void an_extension_is_unknown_until_the_plan_names_it() throws Exception {
    try (SourceOdoo source = SourceOdoo.in(folder)) {
      source.run("create extension hstore");
      ServerDrill.Provider there = () -> at(source.request().database());

      Drill unplanned = drill().run(request(source.filestore()), there);
      Drill planned = drill().run(request(Extensions.plan("hstore"), source.filestore()), there);

      assertThat(Extensions.found(unplanned).outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(Extensions.found(unplanned).message()).contains("1 (hstore)", "BackupPlan");
      assertThat(Extensions.found(planned).outcome()).isEqualTo(Outcome.PASS);
    }
  }

  @Test
  void a_database_without_its_files_is_not_verified() throws Exception {
    try (SourceOdoo source = SourceOdoo.in(folder)) {
      Drill drill = drill().run(request(null), () -> at(source.request().database()));

      assertThat(drill.verified()).isFalse();
      assertThat(drill.checks())
          .filteredOn(check -> check.check().equals("odoo/attachments-have-files"))
          .extracting(Checked::outcome)
          .containsExactly(Outcome.FAIL);
    }
  }

  @Test
  void what_was_wrong_before_anything_was_restored_is_part_of_it() throws Exception {
    Checked wrong = Checked.fail("backup/is-within-plan", "7 days instead of 35", Map.of());
    try (SourceOdoo source = SourceOdoo.in(folder)) {
      Drill drill =
          drill().run(request(source.filestore(), wrong), () -> at(source.request().database()));

      assertThat(drill.verified()).isFalse();
      assertThat(drill.checks()).startsWith(wrong);
    }
  }

  @Test
  void a_server_that_lets_nobody_in_is_removed_at_once() throws Exception {
    try (SourceOdoo source = SourceOdoo.in(folder)) {
      String other =
          source
              .request()
              .database()
              .replaceFirst("user=[^&]*", "user=nobody")
              .replaceFirst("password=[^&]*", "password=wrong");

      assertThatThrownBy(() -> drill().run(request(null), () -> at(other)))
          .isInstanceOf(Fault.class)
          .hasMessageContaining("does not let us in");
    }
    assertThat(removed).hasValue(1);
  }
}
