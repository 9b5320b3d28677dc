package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupStore.Listed;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases with odd names and odd settings come back like others. */
@Tag("slow")
class OddNameTest {

  @TempDir private Path folder;

  @Test
  void a_name_that_no_folder_can_have_comes_back() throws Exception {
    String name = "../er/p \\ 'a' \"b\" dbname=x %41 ü";
    try (SourceOdoo source = SourceOdoo.in(folder, name)) {
      assertComesBack(source);
    }
  }

  @Test
  void a_database_whose_settings_change_how_values_are_read_comes_back() throws Exception {
    try (SourceOdoo source = SourceOdoo.in(folder)) {
      for (String setting :
          List.of(
              "standard_conforming_strings = off",
              "timezone = 'Asia/Kolkata'",
              "datestyle = 'German, DMY'",
              "intervalstyle = 'sql_standard'",
              "extra_float_digits = 0",
              "bytea_output = 'escape'",
              "array_nulls = off",
              "row_security = off",
              "statement_timeout = 500",
              "default_transaction_read_only = on")) {
        source.run(
            "set default_transaction_read_only = off; do $$ begin execute format("
                + "'alter database %I set "
                + setting.replace("'", "''")
                + "', current_database()); end $$");
      }

      assertComesBack(source);
    }
  }

  private static void assertComesBack(SourceOdoo source) throws Exception {
    Backup backup = source.save(source.storeFolder(), null);

    Drill drill =
        new RestoreDrill(
                source.store(), null, InstantSource.system(), RecoveryProgress.NONE, _ -> {})
            .run(new RestoreDrill.Request(backup, null, true, null, List.of(), 2, source.places()));

    assertThat(drill.checks()).allMatch(check -> check.outcome() == Outcome.PASS);
    assertThat(drill.verified()).isTrue();
  }

  @Test
  void a_name_that_tools_refuse_is_refused_before_anything_is_stored() throws Exception {
    try (SourceOdoo source = SourceOdoo.in(folder, "er\np")) {
      assertThatThrownBy(() -> source.save(source.storeFolder(), null))
          .isInstanceOf(Fault.class)
          .hasMessageContaining("line");
      try (Stream<Listed> all = source.store().list("")) {
        assertThat(all).isEmpty();
      }
    }
  }
}
