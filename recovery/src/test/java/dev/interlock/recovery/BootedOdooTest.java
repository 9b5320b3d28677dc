package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Measured;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.evidence.Drill.Stage;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.postgres.Debian;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A company's Odoo is booted on what was restored, asked for its work, and ended with the drill.
 */
@Tag("slow")
class BootedOdooTest {

  private static final ProcessProof SALES = proof("order-to-cash", "sales", true);
  private static final ProcessProof STOCK = proof("warehouse", "stock", false);

  @TempDir private static Path folder;

  private static SourceOdoo source;
  private static Backup backup;
  private BootProgram program;

  private static ProcessProof proof(String process, String work, boolean inOdoo) {
    return new ProcessProof(
        process, List.of(ProcessProbes.of(work).orElseThrow()), List.of(), null, inOdoo);
  }

  @BeforeAll
  static void save() throws Exception {
    source = SourceOdoo.in(folder);
    backup = source.save(source.storeFolder(), null);
  }

  @AfterAll
  static void end() {
    source.close();
  }

  @BeforeEach
  void copy() throws Exception {
    Debian.reachable(folder);
    program = new BootProgram(Files.createTempDirectory(folder, "program"));
  }

  @Test
  void work_is_read_through_odoo_and_the_time_until_then_counts() throws Exception {
    OdooRequest shop = new OdooRequest("shop-opens", "/shop?search=pump", null, "Pumps");

    Drill drill = drill(program.running("exec $ODOO", shop));

    assertThat(drill.checks()).allMatch(check -> check.outcome() == Outcome.PASS);
    assertThat(drill.checks())
        .extracting(Checked::check)
        .contains(
            "boot/odoo-is-isolated",
            "boot/odoo-answers",
            "boot/people-get-in",
            "boot/work-sales",
            "boot/work-stock",
            "boot/file-comes-out",
            "boot/request-shop-opens",
            "process/order-to-cash/in-odoo")
        .doesNotContain("process/warehouse/in-odoo");
    assertThat(drill.stages())
        .extracting(Stage::name)
        .containsExactly(
            "fetch", "restore", "verify", "examine", "neutralise", "probe", "boot", "work");
    assertThat(rto(drill, "order-to-cash"))
        .isGreaterThan(rto(drill, "warehouse").plus(length(drill, "boot")));
    assertThat(program.said).isEmpty();
    assertNothingIsLeft();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "echo no such module; exit 3   | boot/odoo-answers   | it ended with code 3",
        "exec $ODOO silent             | boot/odoo-answers   | it is not up after 5 s",
        "exec $ODOO 500 | boot/odoo-answers | it answers 500 instead of 200",
        "sleep 600                     | boot/odoo-answers   | there is no answer: ",
        "exec $ODOO wrong-file         | boot/file-comes-out | its SHA-1 differs",
        "exec $ODOO wrong-name         | boot/work-sales     | another sale.order than the database has",
      })
  void what_odoo_does_not_do_is_named(String lines, String check, String why) throws Exception {
    OdooBoot slow = program.running(lines);
    OdooBoot boot =
        new OdooBoot(
            slow.program(), slow.health(), Duration.ofSeconds(5), null, List.of(), slow.said());

    Drill drill = drill(boot);

    assertThat(drill.verified()).isFalse();
    assertThat(drill.checks())
        .filteredOn(it -> it.outcome() != Outcome.PASS)
        .anySatisfy(it -> {
          assertThat(it.check()).isEqualTo(check);
          assertThat(it.message()).contains(why);
        });
    assertNothingIsLeft();
  }

  @Test
  void a_process_that_must_work_in_odoo_is_not_measured_when_it_does_not() throws Exception {
    Drill drill = drill(program.running("exec $ODOO no-sale_order"));

    assertThat(drill.processes()).extracting(Measured::process).containsExactly("warehouse");
    assertThat(program.said).contains("listening; the password is …");
    assertThat(drill.toString()).doesNotContain("listening");
    assertThat(drill.checks())
        .contains(
            Checked.fail(
                "process/order-to-cash/in-odoo",
                "Odoo does not give the work: sales",
                java.util.Map.of()));
  }

  @Test
  void without_a_program_nobody_knows_whether_it_works_in_odoo() {
    Drill drill = drill(null);

    assertThat(drill.verified()).isFalse();
    assertThat(drill.processes()).extracting(Measured::process).containsExactly("warehouse");
    assertThat(drill.checks())
        .contains(
            Checked.unknown(
                "process/order-to-cash/in-odoo",
                "no Odoo was booted in this drill, so nobody knows"));
  }

  @Test
  void a_user_who_is_not_active_is_not_let_in() throws Exception {
    source.run("update res_users set active = false");
    Backup left = source.save(source.storeFolder(), null);
    source.run("update res_users set active = true");

    Drill drill = drill(program.running("exec $ODOO"), left);

    assertThat(drill.checks())
        .filteredOn(it -> it.check().equals("boot/people-get-in"))
        .singleElement()
        .satisfies(it -> assertThat(it.message()).contains("administrator is not active"));
  }

  @Test
  void the_environment_of_this_program_is_none_of_its_business() throws Exception {
    String asked =
        "env | cut -d= -f1 | grep -v 'PWD$\\|^SHLVL$\\|^_$' | sort | tr '\\n' ' '; exit 1";

    drill(program.running(asked));

    assertThat(program.said)
        .containsExactly(
            "HOME INTERLOCK_DRILL_PLACE LANG ODOO_DATA_DIR ODOO_HTTP_INTERFACE ODOO_HTTP_PORT PATH"
                + " PGAPPNAME PGCONNECT_TIMEOUT PGDATABASE PGHOST PGPASSWORD PGPORT PGUSER ");
  }

  @Test
  void it_reaches_nobody_outside_of_its_place() throws Exception {
    try (ListeningServer outside = ListeningServer.open()) {
      String calling =
          """
          bash -c 'for address in %s; do (exec 3<>/dev/tcp/$address/%d) && echo reached; done'
          exec $ODOO
          """
              .formatted(outside.addresses(), outside.port());

      Drill drill = drill(program.running(calling));

      assertThat(drill.verified()).isTrue();
      assertThat(outside.calls()).isZero();
      assertThat(drill.checks())
          .filteredOn(it -> it.check().equals("boot/odoo-is-isolated"))
          .singleElement()
          .satisfies(it -> assertThat(it.numbers()).containsEntry("cut-off", 1L));
    }
    assertNothingIsLeft();
  }

  @Test
  void neither_deaf_programs_nor_their_children_stay() throws Exception {
    String token = "98" + ProcessHandle.current().pid();
    String lines =
        """
        trap '' TERM
        setsid sh -c 'cd /; trap "" TERM; sleep %s; sleep %s' >/dev/null 2>&1 &
        $ODOO
        """
            .formatted(token, token);

    Drill drill = drill(program.running(lines));

    assertThat(drill.verified()).isTrue();
    assertThat(commandsWith(token)).isEmpty();
    assertNothingIsLeft();
  }

  @Test
  void a_program_that_nobody_may_run_is_a_fault_of_the_place() throws Exception {
    OdooBoot boot = program.running("exec $ODOO");
    Files.setPosixFilePermissions(
        boot.program(), java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(() -> drill(boot))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("can't be run by the user");
  }

  private static Duration rto(Drill drill, String process) {
    return drill.processes().stream()
        .filter(it -> it.process().equals(process))
        .findFirst()
        .orElseThrow()
        .rto();
  }

  private static Duration length(Drill drill, String stage) {
    return drill.stages().stream()
        .filter(it -> it.name().equals(stage))
        .findFirst()
        .orElseThrow()
        .length();
  }

  private static Drill drill(@Nullable OdooBoot boot) {
    return drill(boot, backup);
  }

  private static Drill drill(@Nullable OdooBoot boot, Backup of) {
    return new RestoreDrill(
            source.store(), null, InstantSource.system(), RecoveryProgress.NONE, _ -> {})
        .run(
            new RestoreDrill.Request(
                of,
                null,
                true,
                null,
                List.of(STOCK, SALES),
                null,
                _ -> Optional.empty(),
                boot,
                null,
                2,
                source.places()));
  }

  private static void assertNothingIsLeft() throws Exception {
    try (Stream<Path> left = Files.list(source.places())) {
      assertThat(left).isEmpty();
    }
    assertThat(commandsWith("LittleOdoo")).isEmpty();
  }

  private static List<String> commandsWith(String word) {
    return ProcessHandle.allProcesses()
        .map(process -> process.info().commandLine().orElse(""))
        .filter(command -> command.contains(word))
        .toList();
  }
}
