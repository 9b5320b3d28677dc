package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Measured;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.evidence.Drill.Stage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
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

/**
 * A base backup and its log bring back any moment, and each drill proves which one. Its server
 * keeps no checksums of pages.
 */
@Tag("slow")
class PointInTimeDrillTest {

  private static final String TABLES = "database/tables-as-recorded";
  private static final String RECOVERED = "database/recovered-to-the-asked-point";
  private static final int MORE_THAN_FIT = 70;
  private static final int FIRST_ROW = 24;

  @TempDir private static Path folder;

  private static @Nullable LoggedOdoo made;
  private static final SealingKey KEY = SealingKey.generate();
  private static @Nullable Backup base;
  private static Instant between = Instant.EPOCH;
  private static Instant afterBranch = Instant.EPOCH;

  /** A base, an order, a moment, another order, a branch, a third order with its file. */
  @BeforeAll
  static void save() throws Exception {
    LoggedOdoo odoo = LoggedOdoo.in(folder);
    made = odoo;
    odoo.server().withoutChecksums();
    odoo.odoo()
        .run(
            """
            create table notes as select n, 'note ' || n t from generate_series(1, 9) n;
            create table ticks as select n from generate_series(1, 3) n;
            """);
    StoredBackup.newFolder(open(), InstantSource.system());
    base = odoo.save(store(), KEY);
    odoo.order("before");
    between = odoo.moment();
    odoo.order("after");
    odoo.server().archiveAll();
    odoo.server().branchOff();
    odoo.order("on the second timeline");
    afterBranch = odoo.moment();
    odoo.order("newest");
    odoo.server().archiveAll();
    odoo.ship(odoo.server().archive(), store(), KEY);
  }

  @AfterAll
  static void end() throws Exception {
    if (made != null) {
      made.close();
    }
  }

  @Test
  void the_end_of_the_log_on_its_second_timeline_comes_back_and_all_is_asked() {
    Drill drill = drill(null, "newest");

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
    assertThat(drill.point()).isAfter(afterBranch);
    assertThat(drill.processes()).extracting(Measured::process).containsExactly("order-to-cash");
    assertThat(odoo().odoo().places()).isEmptyDirectory();
  }

  @Test
  void how_far_it_is_is_told_while_the_copy_comes_back_and_while_it_recovers() {
    ToldStages told = new ToldStages();

    odoo().drill(store(), KEY, Objects.requireNonNull(base), null, List.of(), told);

    assertThat(told.furthest("restore")).isGreaterThan(1 << 20);
    assertThat(told.furthest("recover")).isGreaterThan(1);
    assertThat(told.furthest("files")).isPositive();
  }

  @Test
  void what_was_written_after_the_asked_moment_is_absent_and_what_was_before_is_there() {
    Drill drill = drill(between, "before");

    assertThat(drill.checks()).allMatch(check -> check.outcome() == Outcome.PASS);
    assertThat(drill.point()).isEqualTo(between);
    assertThat(drill(afterBranch, "on the second timeline").verified()).isTrue();
    assertThat(drill(between, "after").verified()).isFalse();
  }

  @Test
  void a_moment_after_the_end_of_the_log_is_not_reached() {
    Instant later = Instant.now().plus(Duration.ofHours(1));

    Drill drill = drill(later, "newest");

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
    Drill drill =
        odoo().drill(store(), KEY, of("other", Objects.requireNonNull(base)), between, List.of());

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

  /** Rows were counted where the log does not come past. */
  private static Backup.Log elsewhere(Backup.Log log) {
    Backup.Mark mark = Objects.requireNonNull(log.counted());
    return new Backup.Log(
        log.system(),
        log.segmentBytes(),
        log.first(),
        log.last(),
        log.newest(),
        log.branches(),
        new Backup.Mark(
            "never", mark.place(), mark.at(), mark.visible(), mark.reader(), mark.settings()));
  }

  private static Backup of(String database, Backup it) {
    Backup.Content content = Objects.requireNonNull(it.database());
    return new Backup(
        it.environment(),
        it.backup(),
        it.method(),
        it.begun(),
        it.point(),
        new Backup.Content(database, content.server(), content.extensions(), content.tables()),
        it.filestore(),
        it.parts(),
        it.sealedWith(),
        it.canary(),
        elsewhere(Objects.requireNonNull(it.log())),
        it.surroundings(),
        it.at());
  }

  @Test
  void what_only_the_rows_tell_is_named() throws Exception {
    Backup saved = odoo().save(open(), null);
    Path part =
        open().resolve(StoreLayout.part(saved.environment(), saved.backup(), TakeBaseBackup.COPY));
    Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
    ChangedCopy copy = new ChangedCopy(part);
    copy.change(
        Map.of(
            file("notes"), PointInTimeDrillTest::otherNote,
            file("ticks"), PointInTimeDrillTest::withoutFirstRow));

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
    LogWindow window =
        Objects.requireNonNull(
            new LogWindows(odoo().odoo().store(), odoo()::read).of(Objects.requireNonNull(base)));

    assertThat(window.gaps()).isEmpty();
    assertThat(window.from()).isEqualTo(Objects.requireNonNull(base).point());
    assertThat(window.to()).isAfter(afterBranch).isBefore(Instant.now());
  }

  @Test
  void it_is_told_how_far_the_log_can_be_removed_by_nobody() {
    Instant now = Instant.now();
    BackupStore store = odoo().odoo().store();
    Backup saved = Objects.requireNonNull(base);
    assertThat(window(store, saved).immutableTo(now)).isEmpty();

    String log = StoreLayout.log(saved.environment(), Objects.requireNonNull(saved.log()).system());
    try (Stream<BackupStore.Listed> files = store.list(log)) {
      files.toList().forEach(file -> store.protect(file.name(), now.plusSeconds(60)));
    }

    LogWindow held = window(store, saved);
    assertThat(held.immutableTo(now)).contains(held.to());
    assertThat(held.immutableTo(now.plusSeconds(61))).isEmpty();
  }

  private static LogWindow window(BackupStore store, Backup saved) {
    return Objects.requireNonNull(new LogWindows(store, odoo()::read).of(saved));
  }

  private static Map<String, Long> numbers(Drill drill) {
    return drill.checks().stream()
        .filter(it -> it.check().equals(RECOVERED))
        .findFirst()
        .orElseThrow()
        .numbers();
  }

  private static Drill drill(@Nullable Instant target, String name) {
    SqlCheck named =
        new SqlCheck(
            "name-of-order",
            "select 1 from sale_order where id = 1 and name = '%s'".formatted(name),
            Expectation.parse("rows").orElseThrow());
    ProcessProof proof =
        new ProcessProof(
            "order-to-cash",
            List.of(ProcessProbes.of("sales").orElseThrow()),
            List.of(named),
            null);
    return odoo().drill(store(), KEY, Objects.requireNonNull(base), target, List.of(proof));
  }

  private static List<Checked> notPassed(Drill drill) {
    return drill.checks().stream().filter(it -> it.outcome() != Outcome.PASS).toList();
  }

  private static String file(String table) throws Exception {
    return odoo().text("select pg_relation_filepath('" + table + "')");
  }

  private static byte[] otherNote(byte[] page) {
    byte[] note = "note 7".getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < page.length - note.length; at++) {
      if (Arrays.equals(page, at, at + note.length, note, 0, note.length)) {
        page[at + note.length - 1] = '8';
        return page;
      }
    }
    throw new AssertionError("there is no such note");
  }

  /** As if it had never been: its place in the page is free. */
  private static byte[] withoutFirstRow(byte[] page) {
    Arrays.fill(page, FIRST_ROW, FIRST_ROW + Integer.BYTES, (byte) 0);
    return page;
  }

  private static Path open() {
    return folder.resolve("open");
  }

  private static Path store() {
    return folder.resolve("store");
  }

  private static LoggedOdoo odoo() {
    return Objects.requireNonNull(made);
  }
}
