package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.estate.BackupPlan;
import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.recovery.database.ExtensionsAreKnown;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which extensions a restored database may have: the plan says it, or else the backup. */
@Tag("slow")
class ExtensionsAreKnownTest {

  @TempDir private Path folder;

  private @Nullable OdooFixture odoo;

  @BeforeEach
  void anOdooWithVectorsAndWordsWithoutAccents() throws Exception {
    odoo = OdooFixture.of(19, folder);
    extension(99_998, "unaccent");
    extension(99_999, "vector");
  }

  private void extension(int id, String name) throws Exception {
    odoo()
        .run(
            """
            set allow_system_table_mods = on;
            insert into pg_extension select %d, '%s', extowner, extnamespace, extrelocatable,
              extversion from pg_extension where extname = 'plpgsql'
            """
                .formatted(id, name));
  }

  @AfterEach
  void end() throws Exception {
    odoo().close();
  }

  @Test
  void what_the_plan_names_is_known_where_nothing_was_recorded() throws Exception {
    BackupPlan plan = Extensions.plan("vector", "postgis");

    assertThat(found(plan, null).outcome()).isEqualTo(Outcome.PASS);
    assertThat(found(plan, recorded("plpgsql")).outcome()).isEqualTo(Outcome.PASS);
  }

  @Test
  void what_a_plan_does_not_name_is_wrong_although_it_was_recorded() throws Exception {
    Backup recorded = recorded("plpgsql", "vector");

    assertFails(found(Extensions.plan("postgis"), recorded), "plan does not name: 1 (vector)");
    assertFails(found(Extensions.plan(), recorded), "plan does not name: 1 (vector)");
    assertFails(found(Extensions.plan(), null), "plan does not name: 1 (vector)");
  }

  @Test
  void where_no_plan_names_any_those_are_known_that_the_backup_had() throws Exception {
    assertThat(found(null, recorded("plpgsql", "vector")).outcome()).isEqualTo(Outcome.PASS);
    assertThat(found(silent(), recorded("plpgsql", "vector")).outcome()).isEqualTo(Outcome.PASS);
    assertFails(found(silent(), recorded("plpgsql")), "backup did not have: 1 (vector)");
    assertFails(found(null, recorded()), "backup did not have: 1 (vector)");
  }

  @Test
  void where_nobody_said_anything_it_is_unknown_and_what_helps_is_told() throws Exception {
    for (Checked found : List.of(found(null, null), found(silent(), null))) {
      assertThat(found.outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(found.message())
          .contains("nobody recorded: 1 (vector)", "under extensions of the BackupPlan");
      assertThat(found.numbers()).containsEntry("unknown", 1L).containsEntry("extensions", 3L);
    }
  }

  @Test
  void extensions_of_odoo_alone_need_no_plan() throws Exception {
    odoo()
        .run("set allow_system_table_mods = on; delete from pg_extension where extname = 'vector'");

    assertThat(found(null, null).outcome()).isEqualTo(Outcome.PASS);
    assertThat(found(Extensions.plan(), null).outcome()).isEqualTo(Outcome.PASS);
  }

  @Test
  void what_was_recorded_and_is_gone_is_wrong_whatever_the_plan_says() throws Exception {
    Backup recorded = recorded("plpgsql", "vector", "postgis");

    assertFails(found(null, recorded), "of the backup are gone: 1 (postgis)");
    assertFails(found(Extensions.plan("vector"), recorded), "are gone: 1 (postgis)");
    assertFails(found(Extensions.plan("vector", "postgis"), recorded), "are gone: 1 (postgis)");
  }

  private static void assertFails(Checked found, String words) {
    assertThat(found.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(found.message()).contains(words);
  }

  private Checked found(@Nullable BackupPlan plan, @Nullable Backup backup) throws Exception {
    return new ExtensionsAreKnown(plan).verify(odoo().restored(backup));
  }

  /** A plan that says nothing about extensions. */
  private static BackupPlan silent() {
    BackupPlan plan = Extensions.plan();
    return new BackupPlan(
        plan.displayName(),
        plan.method(),
        plan.every(),
        plan.keep(),
        plan.target(),
        null,
        null,
        null);
  }

  private Backup recorded(String... extensions) throws Exception {
    return odoo().backup(List.of(extensions), List.of());
  }

  private OdooFixture odoo() {
    return Objects.requireNonNull(odoo);
  }
}
