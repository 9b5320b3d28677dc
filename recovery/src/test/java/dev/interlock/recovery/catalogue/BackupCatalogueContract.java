package dev.interlock.recovery.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupCatalogue;
import dev.interlock.recovery.KeptBackup;
import dev.interlock.recovery.KeptBackup.Span;
import dev.interlock.recovery.KeptBackups;
import dev.interlock.recovery.KeptServer;
import dev.interlock.recovery.LogWindow;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.RecoveryProgress;
import dev.interlock.recovery.postgres.Sql;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What every tool that keeps backups does the same, asked of the real one. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BackupCatalogueContract {

  private static final long SEGMENT = 16L << 20;

  private Path folder = Path.of("");
  private @Nullable KeptServer made;
  private @Nullable KeptBackups before;
  private @Nullable KeptBackup taken;
  private final List<Long> told = new ArrayList<>();
  private Instant began = Instant.EPOCH;
  private String last = "";

  abstract KeptServer.Tool tool();

  @BeforeAll
  void save(@TempDir Path temporary) throws Exception {
    folder = temporary;
    KeptServer server = KeptServer.start(tool(), folder);
    made = server;
    before = server.catalogue().list();
    began = Instant.now();
    taken = server.catalogue().take("full", progress());
    Sql.run(server.address(), "CREATE TABLE later (a int)");
    server.archiveAll();
    Sql.run(server.address(), "INSERT INTO later VALUES (1)");
    last = server.archiveAll();
  }

  private RecoveryProgress progress() {
    return new RecoveryProgress() {
      @Override
      public void begins(String stage) {}

      @Override
      public void at(long done, long all) {
        told.add(done);
        assertThat(done).isLessThanOrEqualTo(all);
      }
    };
  }

  /** How far its last backup was, as it told; empty where a tool does not tell. */
  List<Long> told() {
    return told;
  }

  @AfterAll
  void end() {
    if (made != null) {
      made.close();
    }
  }

  @Test
  void the_tool_says_its_version() {
    assertThat(catalogue().tool()).matches("(pgBackRest|Barman) \\d+\\.\\d+.*");
  }

  @Test
  void where_no_backup_was_made_there_is_none_and_no_fault() {
    assertThat(Objects.requireNonNull(before).backups()).isEmpty();
  }

  @Test
  void a_backup_is_told_with_its_times_its_size_its_server_and_the_log_that_it_needs() {
    KeptBackup backup = Objects.requireNonNull(taken);

    assertThat(catalogue().list().backups()).containsExactly(backup);
    assertThat(backup.isGood()).isTrue();
    assertThat(backup.kind()).isEqualTo("full");
    assertThat(backup.server()).isEqualTo("15");
    assertThat(backup.bytes()).isGreaterThan(1 << 20);
    assertThat(backup.begun()).isAfter(began.minusSeconds(2)).isBeforeOrEqualTo(backup.point());
    assertThat(backup.point()).isBefore(Instant.now().plusSeconds(1));
    assertThat(backup.span())
        .satisfies(it -> assertThat(Objects.requireNonNull(it).segmentBytes()).isEqualTo(SEGMENT));
  }

  @Test
  void the_log_reaches_to_the_newest_file_that_was_archived() {
    KeptBackups kept = catalogue().list();
    LogWindow window = Objects.requireNonNull(kept.window(kept.backups().getFirst()));

    assertThat(window.gaps()).isEmpty();
    // Both tools tell whole seconds.
    assertThat(window.to()).isAfterOrEqualTo(window.from());
    assertThat(kept.chain(kept.backups().getFirst()).last()).isEqualTo(last);
  }

  @Test
  void a_file_of_the_log_that_is_missing_is_named_and_nothing_behind_it_can_be_reached()
      throws Exception {
    var copy = server().copy(folder.resolve("gap"));
    Span span = Objects.requireNonNull(Objects.requireNonNull(taken).span());
    String lost = next(span.last());
    Files.delete(copy.find("/" + lost + "[^/]*"));

    KeptBackups kept = copy.catalogue().list();
    LogWindow window = Objects.requireNonNull(kept.window(kept.backups().getFirst()));

    assertThat(window.gaps()).containsExactly(lost + " is missing");
    assertThat(kept.chain(kept.backups().getFirst()).last()).isEqualTo(span.last());
  }

  private static String next(String file) {
    return file.substring(0, 16) + "%08X".formatted(Long.parseLong(file.substring(16), 16) + 1);
  }

  @Test
  void a_backup_that_the_tool_can_not_make_is_told_with_what_it_said() throws Exception {
    var copy = server().copy(folder.resolve("unmade"));
    Files.writeString(
        copy.folder().resolve("conf"),
        Files.readString(copy.folder().resolve("conf"))
            .replaceAll("(pg1-port=|port=)\\d+", "$11")
            .replace("dbname=postgres", "dbname=postgres password=tiger"));

    assertThatThrownBy(
            () -> copy.catalogue().take(catalogue().kinds().getFirst(), RecoveryProgress.NONE))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("made no backup of the s")
        .hasMessageContaining("erp")
        .hasMessageContaining(" check")
        .hasMessageNotContaining("tiger")
        .extracting(it -> ((Fault) it).code())
        .isEqualTo(RecoveryCode.BACKUP_FAILED.code());
    assertThat(copy.catalogue().list().backups())
        .filteredOn(KeptBackup::isGood)
        .containsExactly(Objects.requireNonNull(taken));
  }

  @Test
  void a_server_that_the_tool_does_not_know_is_named() {
    assertThatThrownBy(() -> server().catalogue("nobody").list())
        .isInstanceOf(Fault.class)
        .hasMessageContaining("nobody")
        .extracting(it -> ((Fault) it).code())
        .isEqualTo(RecoveryCode.CATALOGUE_FAILED.code());
  }

  @Test
  void a_server_and_its_log_come_back() throws Exception {
    Path place = KeptServer.pass(Files.createDirectory(folder.resolve("place")));
    Path data = place.resolve("data");

    catalogue().restore(Objects.requireNonNull(taken), data, place.resolve("tablespaces"), 2);

    assertThat(data.resolve("backup_label")).exists();
    assertThat(data.resolve("global/pg_control")).exists();
    assertThat(catalogue().fetch(last, data, place.resolve(last))).isTrue();
    assertThat(place.resolve(last)).hasSize(SEGMENT);
    String none = last.substring(0, 16) + "000000EE";
    assertThat(catalogue().fetch(none, data, place.resolve(none))).isFalse();
  }

  @Test
  void a_backup_that_is_not_there_does_not_come_back() throws Exception {
    Path place = KeptServer.pass(Files.createDirectory(folder.resolve("none")));
    KeptBackup it = Objects.requireNonNull(taken);
    KeptBackup none =
        new KeptBackup(
            "20010101-000000F",
            it.kind(),
            it.needs(),
            it.begun(),
            it.ended(),
            it.bytes(),
            it.server(),
            it.archive(),
            it.span(),
            it.cipher(),
            it.state(),
            it.trouble());

    assertThatThrownBy(
            () -> catalogue().restore(none, place.resolve("data"), place.resolve("tablespaces"), 2))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("20010101-000000F");
  }

  Path folder() {
    return folder;
  }

  KeptServer server() {
    return Objects.requireNonNull(made);
  }

  BackupCatalogue catalogue() {
    return server().catalogue();
  }
}
