package dev.interlock.cli.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliGolden;
import dev.interlock.cli.CliRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class WindowNextCommandTest {

  private static final String ESTATE =
      """
      apiVersion: interlock.dev/v1
      kind: Organization
      metadata: {name: group}
      spec: {displayName: Group, currency: EUR, timeZone: Europe/Vienna}
      ---
      apiVersion: interlock.dev/v1
      kind: Environment
      metadata: {name: staging}
      spec:
        displayName: Staging
        tier: staging
        hosting: dedicated
        region: westeurope
        plants: [north]
      ---
      apiVersion: interlock.dev/v1
      kind: Plant
      metadata: {name: north}
      spec:
        displayName: Plant north
        site: plant
        timeZone: Europe/Vienna
        criticality: high
        shifts:
          - {name: early, days: [monday, tuesday, wednesday, thursday, friday], start: "06:00",
             end: "14:00", changesAllowed: false}
        calendars: [close]
      ---
      apiVersion: interlock.dev/v1
      kind: Calendar
      metadata: {name: close}
      spec:
        displayName: Month-end close
        effect: freeze
        events:
          - {summary: Close, start: "2026-11-19T14:00", end: "2026-11-19T20:00"}
      """;

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void an_estate() throws IOException {
    Files.writeString(folder.resolve("estate.yaml"), ESTATE);
  }

  @Test
  void the_earliest_slot_comes_with_its_proof() {
    transcript("next", "--from 2026-11-19T04:00:00Z --duration PT2H", 0);
    transcript("next-json", "--from 2026-11-19T04:00:00Z --duration PT2H --format json", 0);
  }

  @Test
  void a_free_moment_is_taken_at_once() {
    transcript("free", "--from 2026-11-21T12:00:00Z", 0);
  }

  @Test
  void a_slot_that_is_longer_than_every_gap_does_not_exist() {
    CliRun run = run("--from 2026-11-19T04:00:00Z --duration P30D");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).startsWith("NONE");
  }

  @Test
  void json_and_text_agree_on_the_start() {
    var json = JsonMapper.shared().readTree(run("--format json").out());
    Instant start = Instant.parse(json.path("start").asString());
    assertThat(start).isAfterOrEqualTo(CliRun.NOW);
  }

  @Test
  void bad_lengths_and_names_are_explained() {
    assertThat(run("--duration 2h").err()).contains("is no length of time", "PT1H30M");
    CliRun unknown = CliRun.of(words("stagin", ""));
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).contains("did you mean \"staging\"?");
  }

  private void transcript(String name, String options, int exit) {
    CliRun run = run(options);
    String command = String.join(" ", words("staging", options));
    CliGolden.verify("window/" + name + ".txt", run.transcript(command, folder.toString(), "DIR"));
    assertThat(run.exit()).isEqualTo(exit);
  }

  private CliRun run(String options) {
    return CliRun.of(words("staging", options));
  }

  private String[] words(String environment, String options) {
    String all = "window next --estate " + folder + " --environment " + environment;
    return (all + " " + options).strip().split(" ");
  }
}
