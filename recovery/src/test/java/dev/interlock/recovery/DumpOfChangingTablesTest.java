package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.evidence.Backup.Table;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.Sql;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done to tables between a dump and the counting of its rows makes no drill fail. */
@Tag("slow")
class DumpOfChangingTablesTest {

  @TempDir private static Path folder;

  private static SourceOdoo source;

  @BeforeAll
  static void start() throws Exception {
    source = SourceOdoo.in(folder);
    source.run("create table staging as select generate_series(1, 3) as n");
    source.run("create table waited as select generate_series(1, 5) as n");
    source.run("create type mood as enum ('sad'); create table felt as select 'sad'::mood as m");
  }

  @AfterAll
  static void stop() {
    source.close();
  }

  @Test
  void who_empties_or_drops_a_table_waits_until_its_rows_are_counted() {
    List<String> refused = new ArrayList<>();

    TakeBackup.Taken taken =
        takenWhile(() -> {
          for (String change : List.of("truncate staging", "drop table staging")) {
            refused.add(refusal(change));
          }
        });

    assertThat(refused).hasSize(2).allMatch(it -> it.contains("lock timeout"));
    assertThat(taken.uncounted()).isEmpty();
    assertThat(Objects.requireNonNull(taken.backup().database()).tables())
        .filteredOn(it -> it.name().equals("staging"))
        .extracting(Table::rows)
        .containsExactly(3L);
  }

  @Test
  void who_waits_to_empty_a_table_keeps_nobody_from_counting_its_rows() throws Exception {
    FutureTask<?> change = new FutureTask<>(() -> run("truncate waited"), null);

    TakeBackup.Taken taken =
        takenWhile(() -> {
          Thread.ofPlatform().daemon().start(change);
          awaitWaiting();
        });

    change.get();
    assertThat(taken.uncounted()).isEmpty();
    assertThat(Objects.requireNonNull(taken.backup().database()).tables())
        .filteredOn(it -> it.name().equals("waited"))
        .extracting(Table::rows)
        .containsExactly(5L);
  }

  private static void awaitWaiting() {
    PostgresAddress database = PostgresAddress.of(source.request().database());
    String waiting =
        "select count(*) from pg_locks where not granted and relation = 'waited'::regclass";
    try {
      while (!Sql.text(database, waiting).equals("1")) {
        Thread.sleep(10);
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_value_that_was_renamed_makes_rows_unknown_and_not_wrong() {
    TakeBackup.Taken taken =
        takenWhile(() -> run("alter type mood rename value 'sad' to 'unhappy'"));

    Drill drill =
        new RestoreDrill(
                source.store(), null, InstantSource.system(), RecoveryProgress.NONE, _ -> {})
            .run(
                new RestoreDrill.Request(
                    taken.backup(), null, true, null, List.of(), 2, source.places()));

    assertThat(taken.uncounted()).contains("type public.mood");
    assertThat(drill.checks())
        .filteredOn(check -> check.outcome() != Outcome.PASS)
        .singleElement()
        .satisfies(check -> assertThat(check.check()).isEqualTo("database/tables-as-recorded"))
        .satisfies(check -> assertThat(check.outcome()).isEqualTo(Outcome.UNKNOWN));
    assertThat(drill.checks())
        .filteredOn(check -> check.check().equals("business/numbering-is-continuous"))
        .singleElement()
        .satisfies(check -> assertThat(check.message()).contains("nobody counted"))
        .satisfies(check -> assertThat(check.numbers()).doesNotContainKey("lost"));
  }

  /** The dump is whole, and nobody has counted yet. */
  private static TakeBackup.Taken takenWhile(Runnable change) {
    return new TakeBackup(source.store(), null, InstantSource.system(), when("tables", change))
        .run(source.request(), backup -> backup.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static RecoveryProgress when(String stage, Runnable change) {
    return new RecoveryProgress() {
      @Override
      public void begins(String next) {
        if (next.equals(stage)) {
          change.run();
        }
      }

      @Override
      public void at(long done, long all) {}
    };
  }

  private static void run(String sql) {
    try {
      source.run(sql);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String refusal(String sql) {
    try {
      source.run("set lock_timeout = '50ms'; " + sql);
      return "";
    } catch (Exception e) {
      return String.valueOf(e.getMessage());
    }
  }
}
