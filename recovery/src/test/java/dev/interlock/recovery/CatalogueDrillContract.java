package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Measured;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.evidence.Drill.Stage;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.KeptBackup.Span;
import dev.interlock.recovery.postgres.PostgresAddress;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A backup that a tool keeps is proven as one of ours is, and what is wrong with it is named. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CatalogueDrillContract {

  private static final InstantSource CLOCK = InstantSource.system();

  private Path folder = Path.of("");
  private @Nullable KeptServer server;
  private @Nullable SourceOdoo odoo;
  private Instant between = Instant.EPOCH;
  private int copies;

  abstract KeptServer.Tool tool();

  /** A path, as the end of a regular expression, of a file of the backup that holds pages. */
  abstract String pages();

  /** The check that finds a damaged file of the backup. */
  abstract String finder();

  @BeforeAll
  void save(@TempDir Path temporary) throws Exception {
    folder = temporary;
    KeptServer kept = KeptServer.start(tool(), folder);
    server = kept;
    PostgresAddress database = kept.newDatabase("erp");
    SourceOdoo source = SourceOdoo.on(kept::close, database, folder);
    odoo = source;
    source.run("create extension hstore");
    kept.catalogue().take("full", RecoveryProgress.NONE);
    order("before");
    between = kept.moment();
    order("after");
    kept.archiveAll();
    order("newest");
    kept.archiveAll();
    source.save(source.storeFolder(), null);
  }

  @AfterAll
  void end() {
    if (odoo != null) {
      odoo.close();
    } else if (server != null) {
      server.close();
    }
  }

  private void order(String name) throws Exception {
    source().run("update sale_order set name = '%s' where id = 1".formatted(name));
  }

  @Test
  void the_end_of_the_log_comes_back_with_its_files_and_all_is_asked() {
    Drill drill = drill(catalogue(), null, "newest", true);

    assertThat(drill.checks()).allMatch(it -> it.outcome() == Outcome.PASS);
    assertThat(drill.verified()).isTrue();
    assertThat(drill.checks())
        .extracting(Checked::check)
        .contains(
            CatalogueDrill.CHECK,
            "backup/is-within-plan",
            "backup/log-is-whole",
            "database/recovered-to-the-asked-point",
            "database/pages-are-sound",
            "restore/files-come-back",
            "odoo/attachments-have-files",
            "odoo/modules-have-code",
            "process/order-to-cash/name-of-order");
    assertThat(drill.stages())
        .extracting(Stage::name)
        .containsExactly(
            "restore", "log", "recover", "files", "verify", "examine", "neutralise", "probe");
    assertThat(drill.processes()).extracting(Measured::process).containsExactly("order-to-cash");
    assertThat(drill.point()).isAfter(between);
    assertNothingIsLeft();
  }

  @Test
  void an_asked_moment_comes_back_and_nothing_that_came_after_it() {
    assertThat(drill(catalogue(), between, "before", true).verified()).isTrue();
    assertThat(drill(catalogue(), between, "after", true).verified()).isFalse();
  }

  @Test
  void without_its_files_it_is_not_verified() {
    Drill drill = drill(catalogue(), null, "newest", false);

    assertThat(drill.verified()).isFalse();
    assertThat(drill.checks())
        .filteredOn(it -> it.outcome() != Outcome.PASS)
        .extracting(Checked::check)
        .contains("odoo/attachments-have-files");
  }

  @Test
  void an_extension_that_no_plan_names_is_unknown_for_the_tool_recorded_none() {
    CatalogueDrill.Request planned =
        request(catalogue(), null, "newest", true, "erp", source().places());
    CatalogueDrill.Request unplanned =
        new CatalogueDrill.Request(
            planned.environment(),
            planned.kept(),
            planned.backup(),
            planned.database(),
            null,
            true,
            null,
            planned.processes(),
            null,
            planned.files(),
            null,
            null,
            null,
            2,
            planned.places());

    Drill drill =
        new CatalogueDrill(catalogue(), CLOCK, RecoveryProgress.NONE, _ -> {}).run(unplanned);

    assertThat(drill.checks())
        .filteredOn(it -> it.outcome() != Outcome.PASS)
        .singleElement()
        .isEqualTo(Extensions.found(drill))
        .satisfies(it -> assertThat(it.outcome()).isEqualTo(Outcome.UNKNOWN))
        .satisfies(it -> assertThat(it.message()).contains("1 (hstore)", "BackupPlan"));
  }

  @Test
  void a_moment_that_the_log_does_not_reach_is_not_verified() {
    Drill drill = drill(catalogue(), Instant.now().plus(Duration.ofHours(1)), "newest", true);

    assertFails(drill, "backup/log-reaches-the-asked-point", "log ends with");
  }

  @Test
  void a_changed_byte_in_a_file_of_the_backup_is_found() throws Exception {
    KeptServer.Copy copy = copy();
    Path file = copy.find(pages());
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      long middle = bytes.length() / 2;
      bytes.seek(middle);
      int old = bytes.read();
      bytes.seek(middle);
      bytes.write(old ^ 0xff);
    }

    assertFails(drill(copy.catalogue(), null, "newest", true), finder(), "");
  }

  @Test
  void a_backup_that_was_cut_off_is_found() throws Exception {
    KeptServer.Copy copy = copy();
    Path file = copy.find(pages());
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.setLength(bytes.length() / 2);
    }

    assertFails(drill(copy.catalogue(), null, "newest", true), finder(), "");
  }

  @Test
  void a_file_of_the_backup_that_is_missing_is_found() throws Exception {
    KeptServer.Copy copy = copy();
    Files.delete(copy.find(pages()));

    assertFails(drill(copy.catalogue(), null, "newest", true), finder(), "");
  }

  @Test
  void a_missing_file_of_the_log_is_named() throws Exception {
    KeptServer.Copy copy = copy();
    Span span = Objects.requireNonNull(catalogue().list().backups().getFirst().span());
    Path lost = copy.find("/" + span.last() + "(-[^/]*)?");
    Files.delete(lost);

    assertFails(drill(copy.catalogue(), null, "newest", true), "backup/log-is-whole", span.last());
  }

  @Test
  void a_changed_byte_in_the_log_is_found() throws Exception {
    KeptServer.Copy copy = copy();
    Span span = Objects.requireNonNull(catalogue().list().backups().getFirst().span());
    Path file = copy.find("/" + span.last() + "(-[^/]*)?");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 0x55;
    Files.write(file, bytes);

    assertFails(drill(copy.catalogue(), null, "newest", true), "backup/log-is-whole", span.last());
  }

  @Test
  void another_database_than_the_server_has_is_named() {
    Drill drill = drill(catalogue(), null, "newest", true, "nosuch");

    assertFails(drill, "restore/database-comes-back", "nosuch");
  }

  @Test
  void what_is_wrong_with_the_place_is_no_verdict() {
    assertThatThrownBy(() ->
            new CatalogueDrill(catalogue(), CLOCK, RecoveryProgress.NONE, _ -> {})
                .run(request(catalogue(), null, "newest", true, "erp", Path.of("/proc/none"))))
        .isInstanceOf(Fault.class)
        .extracting(it -> ((Fault) it).code())
        .isEqualTo(RecoveryCode.PLACE_FAILED.code());
  }

  @ParameterizedTest
  @CsvSource({
    "REC010, unable to write '000000010000000000000003': [28] No space left on device",
    "REC010, it was killed (signal 9)",
    "REC004, unable to connect to 'repository.example:8432': [111] Connection refused",
    "REC004, HTTP request failed with 503 (Service Unavailable)"
  })
  void a_log_that_somebody_else_keeps_from_coming_is_no_verdict(String code, String says) {
    assertThatThrownBy(() -> drill(new TroubledCatalogue(catalogue(), says), null, "newest", true))
        .isInstanceOf(Fault.class)
        .hasMessageContaining(says)
        .extracting(it -> ((Fault) it).code())
        .isEqualTo(code);
    assertNothingIsLeft();
  }

  private void assertFails(Drill drill, String check, String words) {
    assertThat(drill.verified()).isFalse();
    assertThat(drill.checks())
        .filteredOn(it -> it.outcome() == Outcome.FAIL)
        .as("%s", drill.checks())
        .anySatisfy(it -> {
          assertThat(it.check()).isEqualTo(check);
          assertThat(it.message()).contains(words);
        });
    assertNothingIsLeft();
  }

  private void assertNothingIsLeft() {
    assertThat(source().places()).isEmptyDirectory();
  }

  private KeptServer.Copy copy() throws Exception {
    return Objects.requireNonNull(server).copy(folder.resolve("copy" + ++copies));
  }

  private Drill drill(
      BackupCatalogue catalogue, @Nullable Instant target, String name, boolean files) {
    return drill(catalogue, target, name, files, "erp");
  }

  private Drill drill(
      BackupCatalogue catalogue,
      @Nullable Instant target,
      String name,
      boolean files,
      String database) {
    return new CatalogueDrill(catalogue, CLOCK, RecoveryProgress.NONE, _ -> {})
        .run(request(catalogue, target, name, files, database, source().places()));
  }

  private CatalogueDrill.Request request(
      BackupCatalogue catalogue,
      @Nullable Instant target,
      String name,
      boolean files,
      String database,
      Path places) {
    KeptBackups kept = catalogue.list();
    return new CatalogueDrill.Request(
        SourceOdoo.ENVIRONMENT,
        kept,
        kept.backups().getLast(),
        database,
        Extensions.plan("hstore"),
        true,
        null,
        List.of(OrderProof.named(name)),
        target,
        files ? source().store() : null,
        null,
        null,
        Map.of("base", "1.3", "stock", "", "sale", "1.2", "acme_ext", "2.0.0"),
        2,
        places);
  }

  private BackupCatalogue catalogue() {
    return Objects.requireNonNull(server).catalogue();
  }

  private SourceOdoo source() {
    return Objects.requireNonNull(odoo);
  }
}
