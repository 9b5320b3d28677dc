package dev.interlock.cli.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import dev.interlock.goldens.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The plan of the sample estate: its order, its people, its times, and what it names as missing.
 */
class RecoveryPlanTest {

  private static final Path SAMPLES = Checkout.samples();

  @TempDir private Path folder;

  private static CliRun plan(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "recovery",
                "plan",
                "--estate",
                SAMPLES.resolve("estate").toString(),
                "--environment",
                "core-production"));
    words.addAll(List.of(more));
    return CliRun.of(words.toArray(String[]::new));
  }

  @Test
  void services_come_back_after_what_they_need() {
    String text = plan().out();

    assertThat(text)
        .containsSubsequence(
            "Public and private DNS zones",
            "Certificates from Key Vault",
            "Traefik, TLS and routing",
            "Odoo web workers",
            "Handheld scanners and label printers, Joliet");
    assertThat(text).contains("signs off  Service owner").contains("Go to Core, disaster recovery");
  }

  @Test
  void what_was_measured_is_told_with_its_drill_and_the_rest_is_unknown() {
    CliRun run = plan("--evidence", SAMPLES.resolve("evidence/shared").toString());

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains("time unknown: never measured")
        .contains("unknown Order to cash: ");
  }

  @Test
  void without_a_drill_or_a_store_that_is_missing() {
    assertThat(plan().out())
        .contains("REC035")
        .contains("REC036")
        .contains("--from names the store");
  }

  @Test
  void an_attack_asks_for_copies_that_nobody_can_delete() {
    String text = plan("--scenario", "ransomware").out();

    assertThat(text).contains("Isolate, and keep what happened");
    assertThat(text).doesNotContain("REC032");
  }

  @Test
  void a_mistake_of_an_operator_restores_beside_what_runs() {
    String text =
        plan("--scenario", "operator-error", "--happened-at", "2026-11-17T10:00:00Z").out();

    assertThat(text)
        .contains("Take over what was lost")
        .contains("It happened Tue 2026-11-17 10:00 UTC")
        .doesNotContain("Public and private DNS zones");
  }

  @Test
  void a_moment_to_come_can_not_have_happened() {
    CliRun run = plan("--happened-at", "2400-01-01T00:00:00Z");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("this lies in the future");
  }

  @Test
  void an_unknown_scenario_is_told_with_those_that_there_are() {
    CliRun run = plan("--scenario", "flood");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("region-lost, ransomware, operator-error");
  }

  @Test
  void the_page_stands_alone_and_can_be_ticked_off() throws IOException {
    Path page = folder.resolve("plan.html");

    plan("--format", "html", "--output", page.toString());

    assertThat(Files.readString(page))
        .startsWith("<!DOCTYPE html>")
        .contains("class=\"tick\"", "@page")
        .doesNotContain("<script", "http-equiv", "<link", "src=");
  }

  @Test
  void programs_read_the_same() {
    assertThat(plan("--format", "json").out())
        .contains("\"key\": \"service/postgresql\"", "\"code\": \"REC036\"");
  }
}
