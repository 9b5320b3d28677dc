package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Measured;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.evidence.Drill.Stage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A base backup and its log bring back any moment, and each drill proves which one. */
@Tag("slow")
class PointInTimeDrillTest {

  private static final String TABLES = "database/tables-as-recorded";
  private static final String RECOVERED = "database/recovered-to-the-asked-point";
  private static final int MORE_THAN_FIT = 70;

  @TempDir private static Path folder;

  private static @Nullable BranchedOdoo made;

  @BeforeAll
  static void save() throws Exception {
    made = BranchedOdoo.in(folder);
  }

  @AfterAll
  static void end() {
    if (made != null) {
      made.close();
    }
  }

  @Test
  void the_end_of_the_log_on_its_second_timeline_comes_back_and_all_is_asked() {
    Drill drill = branched().drill(null, BranchedOdoo.FOURTH);

    assertThat(drill.checks()).allMatch(check -> check.outcome() == Outcome.PASS);
    assertThat(drill.verified()).isTrue();
    assertThat(drill.checks())
        .extracting(Checked::check)
        .contains(
            "backup/log-is-whole",
            RECOVERED,
            "restore/files-come-back",
            "odoo/attachments-have-files",
            TABLES,
            "database/foreign-keys-hold",
            "process/order-to-cash/name-of-order")
        .doesNotContain("backup/log-reaches-the-asked-point");
    assertThat(drill.stages())
        .extracting(Stage::name)
        .containsExactly(
            "fetch",
            "log",
            "restore",
            "compare",
            "recover",
            "files",
            "verify",
            "examine",
            "neutralise",
            "probe");
    assertThat(numbers(drill)).containsEntry("timeline", 2L);
    assertThat(drill.point()).isAfter(branched().afterBranch());
    assertThat(drill.processes()).extracting(Measured::process).containsExactly("order-to-cash");
    assertThat(odoo().odoo().places()).isEmptyDirectory();
  }

  @Test
  void how_far_it_is_is_told_while_the_copy_comes_back_and_while_it_recovers() {
    ToldStages told = new ToldStages();

    branched().drill(branched().base(), null, List.of(), told);

    assertThat(told.furthest("restore")).isGreaterThan(1 << 20);
    assertThat(told.furthest("recover")).isGreaterThan(1);
    assertThat(told.furthest("files")).isPositive();
  }

  @Test
  void what_was_written_after_the_asked_moment_is_absent_and_what_was_before_is_there() {
    Drill drill = branched().drill(branched().between(), BranchedOdoo.FIRST);

    assertThat(drill.checks()).allMatch(check -> check.outcome() == Outcome.PASS);
    assertThat(drill.point()).isEqualTo(branched().between());
    assertThat(branched().drill(branched().afterBranch(), BranchedOdoo.THIRD).verified()).isTrue();
    assertThat(branched().drill(branched().between(), BranchedOdoo.SECOND).verified()).isFalse();
  }

  @Test
  void a_moment_after_the_end_of_the_log_is_not_reached() {
    Instant later = Instant.now().plus(Duration.ofHours(1));

    Drill drill = branched().drill(later, BranchedOdoo.FOURTH);

    assertThat(drill.verified()).isFalse();
    assertThat(drill.checks())
        .filteredOn(it -> it.check().equals("backup/log-reaches-the-asked-point"))
        .singleElement()
        .satisfies(it -> assertThat(it.outcome()).isEqualTo(Outcome.FAIL))
        .satisfies(it -> assertThat(it.message()).contains(later.toString(), "log ends with"));
    assertThat(odoo().odoo().places()).isEmptyDirectory();
  }

  @Test
  @Timeout(300)
  void a_database_and_a_mark_that_were_not_there_at_the_moment_are_told() {
    Backup counted = new ChangedManifest(branched().base()).countedAt("never");
    Backup other = new ChangedManifest(counted).ofDatabase("other");

    Drill drill = branched().drill(other, branched().between(), List.of(), RecoveryProgress.NONE);

    assertThat(drill.verified()).isFalse();
    assertThat(drill.checks())
        .filteredOn(it -> it.check().equals("restore/database-comes-back"))
        .singleElement()
        .satisfies(it -> assertThat(it.outcome()).isEqualTo(Outcome.FAIL))
        .satisfies(it -> assertThat(it.message()).contains("without a database other"));
    assertThat(drill.checks())
        .filteredOn(it -> it.check().equals(TABLES))
        .singleElement()
        .satisfies(it -> assertThat(it.outcome()).isEqualTo(Outcome.UNKNOWN))
        .satisfies(it -> assertThat(it.message()).contains("name that moment or a later one"));
  }

  @Test
  void what_only_the_rows_tell_is_named() throws Exception {
    Backup saved = odoo().save(open(), null);
    Path part =
        open().resolve(StoreLayout.part(saved.environment(), saved.backup(), TakeBaseBackup.COPY));
    ChangedCopy copy = new ChangedCopy(part);
    copy.change(
        Map.of(
            file("notes"),
            page -> TablePage.withOther("note 7", page),
            file("ticks"),
            TablePage::withoutFirstRow));

    Drill drill = odoo().drill(open(), null, copy.resigned(saved), null, List.of());

    assertThat(notPassed(drill))
        .singleElement()
        .satisfies(it -> assertThat(it.check()).isEqualTo(TABLES))
        .satisfies(it -> assertThat(it.outcome()).as("%s", it.message()).isEqualTo(Outcome.FAIL))
        .satisfies(it -> assertThat(it.message()).contains("notes", "ticks has 2 instead of 3"));
  }

  @Test
  void a_server_that_nobody_can_look_at_where_rows_were_counted_comes_back_all_the_same()
      throws Exception {
    Backup saved;
    try (Connection open = odoo().connect();
        Statement sql = open.createStatement()) {
      open.setAutoCommit(false);
      for (int i = 0; i < MORE_THAN_FIT; i++) {
        sql.execute("savepoint s");
        sql.execute("insert into ticks values (0)");
      }
      saved = odoo().save(open(), null);
      open.rollback();
    }
    odoo().order("after");
    odoo().server().archiveAll();
    odoo().ship(odoo().server().archive(), open(), null);

    Drill drill = odoo().drill(open(), null, saved, null, List.of());

    assertThat(notPassed(drill))
        .singleElement()
        .satisfies(it -> assertThat(it.check()).isEqualTo(TABLES))
        .satisfies(it -> assertThat(it.outcome()).as("%s", it.message()).isEqualTo(Outcome.UNKNOWN))
        .satisfies(it -> assertThat(it.message()).contains("more than 64 savepoints"));
    assertThat(odoo().odoo().places()).isEmptyDirectory();
  }

  @Test
  void the_window_is_told_by_the_records_alone() {
    LogWindow window = branched().window();

    assertThat(window.gaps()).isEmpty();
    assertThat(window.from()).isEqualTo(branched().base().point());
    assertThat(window.to()).isAfter(branched().afterBranch()).isBefore(Instant.now());
  }

  @Test
  void it_is_told_how_far_the_log_can_be_removed_by_nobody() {
    Instant now = Instant.now();
    BackupStore store = odoo().odoo().store();
    Backup saved = branched().base();
    assertThat(branched().window().immutableTo(now)).isEmpty();

    String log = StoreLayout.log(saved.environment(), Objects.requireNonNull(saved.log()).system());
    try (Stream<BackupStore.Listed> files = store.list(log)) {
      files.toList().forEach(file -> store.protect(file.name(), now.plusSeconds(60)));
    }

    LogWindow held = branched().window();
    assertThat(held.immutableTo(now)).contains(held.to());
    assertThat(held.immutableTo(now.plusSeconds(61))).isEmpty();
  }

  private static Map<String, Long> numbers(Drill drill) {
    return drill.checks().stream()
        .filter(it -> it.check().equals(RECOVERED))
        .findFirst()
        .orElseThrow()
        .numbers();
  }

  private static List<Checked> notPassed(Drill drill) {
    return drill.checks().stream().filter(it -> it.outcome() != Outcome.PASS).toList();
  }

  private static String file(String table) throws Exception {
    return odoo().text("select pg_relation_filepath('" + table + "')");
  }

  private static BranchedOdoo branched() {
    return Objects.requireNonNull(made);
  }

  private static Path open() {
    return branched().openStore();
  }

  private static LoggedOdoo odoo() {
    return branched().odoo();
  }
}
