package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class ShippedChecksTest {

  static final CheckSettings SETTINGS =
      new CheckSettings(TestDigests::of, null, null, 2, PartProgress.NONE, Duration.ofMinutes(1));

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("dev.interlock.recovery.OdooFixture#series")
  void a_good_restore_passes_everything(int series) throws Exception {
    try (OdooFixture odoo = OdooFixture.of(series, folder)) {
      List<Checked> results =
          RestoreChecks.shipped(SETTINGS).run(odoo.restored(odoo.backup()), _ -> {});

      assertThat(results).allMatch(result -> result.outcome() == Outcome.PASS);
      assertThat(numbers(results, "odoo/is-odoo")).containsEntry("series", (long) series);
      assertThat(numbers(results, "odoo/attachments-have-files"))
          .containsEntry("files", 25L)
          .containsEntry("files-read", 25L)
          .containsEntry("rows-with-file", 26L)
          .containsEntry("links", 1L)
          .containsEntry("in-cloud", 1L)
          .containsEntry("in-database", 1L)
          .containsEntry("empty", 2L)
          .containsEntry("orphans", 0L);
      assertThat(numbers(results, "odoo/registry-is-whole"))
          .containsEntry("unique-keys-impossible", 1L);
      assertThat(numbers(results, "odoo/crons-are-known"))
          .containsEntry("active", 2L)
          .containsEntry("overdue", 1L);
      assertThat(numbers(results, "odoo/queue-state")).containsEntry("pending", 1L);
      assertThat(numbers(results, "business/numbering-is-continuous"))
          .containsEntry("gaps-in-entries", 1L)
          .containsEntry("numbered", 8L)
          .containsEntry("beyond-the-newest", 1L);
      assertThat(numbers(results, "business/newest-work"))
          .containsEntry("sale-order", 1_795_168_200L);
      assertThat(numbers(results, "business/open-orders")).containsEntry("quotations", 2L);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.interlock.recovery.OdooFixture#series")
  void a_copy_is_open_until_it_is_neutralised(int series) throws Exception {
    try (OdooFixture odoo = OdooFixture.of(series, folder)) {
      RestoreChecks checks = RestoreChecks.neutralised(Duration.ofMinutes(1));

      List<Checked> before = checks.run(odoo.restored(null), _ -> {});
      Map<String, Long> changed = Neutralise.run(odoo.database());
      List<Checked> after = checks.run(odoo.restored(null), _ -> {});
      Map<String, Long> again = Neutralise.run(odoo.database());

      assertThat(before)
          .filteredOn(result -> !Objects.equals(result.numbers().get("ways"), 0L))
          .filteredOn(result -> !result.check().equals("neutralised/outside-accounts"))
          .allMatch(result -> result.outcome() == Outcome.FAIL);
      assertThat(before)
          .filteredOn(result -> result.outcome() == Outcome.FAIL)
          .hasSizeGreaterThan(12);
      assertThat(after).allMatch(result -> result.outcome() == Outcome.PASS);
      assertThat(changed).containsEntry("crons", 3L).containsEntry("queue-jobs", 2L);
      assertThat(again.values()).allMatch(rows -> rows == 0);
    }
  }

  @Test
  void a_copy_passes_for_another_database_than_production() throws Exception {
    try (OdooFixture odoo = OdooFixture.of(19, folder)) {
      Neutralise.run(odoo.database());

      Checked other =
          new SqlCheck(
                  "own/other-identity",
                  """
                  select key from ir_config_parameter where value = any (array[
                    '5035d57a-e4f7-11f1-b07c-02fc00000001', 'not-a-secret', 'https://erp.example.com'])
                  """,
                  new Expectation(Expectation.Kind.NO_ROWS, ""))
              .verify(odoo.restored(null));

      assertThat(other.outcome()).isEqualTo(Outcome.PASS);
    }
  }

  @Test
  void nothing_there_is_unknown_or_wrong_and_never_passed() throws Exception {
    try (OdooFixture odoo = OdooFixture.of(18, folder)) {
      odoo.run("drop schema public cascade; create schema public");

      List<Checked> results = RestoreChecks.shipped(SETTINGS).run(odoo.restored(null), _ -> {});
      List<Checked> neutral =
          RestoreChecks.neutralised(Duration.ofMinutes(1)).run(odoo.restored(null), _ -> {});

      assertThat(results)
          .filteredOn(result -> !result.check().startsWith("database/"))
          .noneMatch(result -> result.outcome() == Outcome.PASS);
      assertThat(neutral).allMatch(result -> result.outcome() == Outcome.UNKNOWN);
    }
  }

  @Test
  void a_database_that_is_gone_is_unknown() throws Exception {
    RestoredOdoo gone = new RestoredOdoo(FixtureServer.connect("nowhere"), folder, null);

    List<Checked> results = RestoreChecks.shipped(SETTINGS).run(gone, _ -> {});

    assertThat(results).allMatch(result -> result.outcome() == Outcome.UNKNOWN);
    assertThat(results.getLast().message()).contains("nowhere");
  }

  @Test
  void a_statement_that_lasts_too_long_is_unknown() throws Exception {
    CheckSettings hasty =
        new CheckSettings(
            _ -> {
              throw new AssertionError("not asked without a backup");
            },
            null,
            null,
            1,
            PartProgress.NONE,
            Duration.ofMillis(100));
    try (OdooFixture odoo = OdooFixture.of(17, folder)) {
      List<Checked> results =
          RestoreChecks.shipped(hasty)
              .and(
                  List.of(
                      new RestoreCheck() {
                        @Override
                        public String name() {
                          return "own/slow";
                        }

                        @Override
                        public Checked verify(RestoredOdoo restored) throws SQLException {
                          FixtureServer.run(restored.database(), "select pg_sleep(20)");
                          return Checked.pass(name(), "never", Map.of());
                        }
                      }))
              .run(odoo.restored(null), _ -> {});

      assertThat(results.getLast().outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(results.getLast().message()).contains("timeout");
    }
  }

  @Test
  void no_check_can_write() throws Exception {
    try (OdooFixture odoo = OdooFixture.of(16, folder)) {
      RestoreCheck writing =
          new RestoreCheck() {
            @Override
            public String name() {
              return "own/writing";
            }

            @Override
            public Checked verify(RestoredOdoo restored) throws SQLException {
              FixtureServer.run(restored.database(), "delete from sale_order_tag_rel");
              return Checked.pass(name(), "written", Map.of());
            }
          };

      List<Checked> results =
          RestoreChecks.neutralised(Duration.ofMinutes(1))
              .and(List.of(writing))
              .run(odoo.restored(null), _ -> {});

      assertThat(results.getLast().outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(results.getLast().message()).contains("read-only");
    }
  }

  static Map<String, Long> numbers(List<Checked> results, String check) {
    return results.stream()
        .filter(result -> result.check().equals(check))
        .findFirst()
        .orElseThrow()
        .numbers();
  }
}
