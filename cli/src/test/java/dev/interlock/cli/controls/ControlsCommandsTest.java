package dev.interlock.cli.controls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import dev.interlock.guardrails.ControlPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ControlsCommandsTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void list_names_every_shipped_control() {
    CliRun run = CliRun.of("controls", "list");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains(ControlPack.shipped().names());
  }

  @Test
  void json_lists_the_same_controls_with_all_they_say() {
    JsonNode all =
        JsonMapper.shared().readTree(CliRun.of("controls", "list", "--format", "json").out());
    assertThat(all.size()).isEqualTo(ControlPack.shipped().size());
    assertThat(all)
        .allSatisfy(c -> assertThat(c.path("spec").path("rule").asString()).isNotBlank());
  }

  @Test
  void show_tells_why_and_what_to_do() {
    CliRun run = CliRun.of("controls", "show", "k8s-no-privileged-container");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("why", "what to do", "severity    critical");
  }

  @Test
  void show_as_yaml_is_a_control_that_can_be_used() throws IOException {
    CliRun run = CliRun.of("controls", "show", "k8s-no-privileged-container", "--yaml");
    Files.writeString(folder.resolve("copy.yaml"), run.out());
    assertThat(CliRun.of("controls", "list", "--controls", folder.toString()).exit()).isZero();
  }

  @Test
  void an_unknown_name_gets_a_suggestion() {
    CliRun run = CliRun.of("controls", "show", "k8s-no-privileged-containr");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("[CLI008]", "did you mean \"k8s-no-privileged-container\"?");
  }

  @Test
  void a_new_control_works_as_it_is() throws IOException {
    CliRun made = CliRun.of("controls", "new", "owners-are-named", "--out", folder + "/own");
    assertThat(made.exit()).isZero();
    assertThat(made.out()).isEqualTo(folder + "/own/owners-are-named.yaml\n");
    Files.writeString(
        folder.resolve("d.yaml"),
        "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, labels: {app: web}}\n");
    String own = folder + "/own";
    CliRun run = CliRun.of("check", folder + "/d.yaml", "--controls", own, "--fail-on", "medium");
    assertThat(run.out()).contains("owners-are-named", "the label team is missing");
    assertThat(run.exit()).isEqualTo(1);
  }

  @Test
  void a_new_control_overwrites_nothing_and_needs_a_good_name() {
    String[] make = {"controls", "new", "owners-are-named", "--out", folder.toString()};
    CliRun.of(make);
    assertThat(CliRun.of(make).exit()).isEqualTo(2);
    CliRun bad = CliRun.of("controls", "new", "Owners Are Named");
    assertThat(bad.exit()).isEqualTo(2);
    assertThat(bad.err()).contains("[CLI010]");
  }
}
