package dev.interlock.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliGolden;
import dev.interlock.cli.CliRun;
import dev.interlock.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class CheckCommandTest {

  private static final String OWN_CONTROL =
      """
      apiVersion: interlock.dev/v1
      kind: Control
      metadata:
        name: settings-are-named
      spec:
        title: Settings say what they are for
        match: {planes: [kubernetes], types: ["v1/ConfigMap"]}
        rule: resource.metadata.?annotations[?'purpose'].hasValue()
        at: resource.metadata
        severity: %s
        rationale: People look for it.
        remediation: Add the annotation purpose.
        frameworks: []
        params: {}
      """;

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void manifests() throws IOException {
    write("good/settings.yaml", settings("annotations: {purpose: web}"));
    write("bad/settings.yaml", settings("labels: {a: b}"));
    write("broken/settings.yaml", settings("labels: {a: b}") + "---\nkind: [\n");
    write("notes/readme.yaml", "just: text\n");
    write("high/control.yaml", OWN_CONTROL.formatted("high"));
    write("low/control.yaml", OWN_CONTROL.formatted("low"));
    write("wrong/control.yaml", OWN_CONTROL.formatted("high").replace("hasValue", "hasValu"));
  }

  @Test
  void an_empty_list_gives_a_whole_report() throws IOException {
    write("empty/list.yaml", "apiVersion: v1\nkind: List\nitems: []\n");

    for (String format : List.of("json", "sarif", "junit", "markdown", "text")) {
      CliRun run = run("check %s/empty/list.yaml --format " + format);
      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.out()).as(format).isNotBlank();
      assertThat(run.err()).contains("[FAC012]", "[CLI005]");
    }
    JsonNode json =
        new ObjectMapper().readTree(run("check %s/empty/list.yaml --format json").out());
    assertThat(json.at("/summary/resources").asInt(-1)).isZero();
    assertThat(json.at("/findings").isArray()).isTrue();
    JsonNode sarif =
        new ObjectMapper().readTree(run("check %s/empty/list.yaml --format sarif").out());
    assertThat(sarif.at("/runs/0/invocations/0/executionSuccessful").asBoolean(true)).isFalse();
  }

  @Test
  void what_no_control_speaks_about_is_said() throws IOException {
    write("idle/x.yaml", "apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: x}\n");

    transcript("idle", "check %s/idle", 0);
  }

  @Test
  void nothing_found_is_good() {
    transcript("good", "check %s/good --controls %s/high", 0);
  }

  @Test
  void a_violation_is_an_answer_of_no() {
    transcript("violation", "check %s/bad --controls %s/high", 1);
  }

  @Test
  void below_the_threshold_it_is_good_but_shown() {
    transcript("below", "check %s/bad --controls %s/low", 0);
    transcript("lower-threshold", "check %s/bad --controls %s/low --fail-on low", 1);
  }

  @Test
  void what_could_be_judged_is_printed_beside_what_could_not_be_read() {
    transcript("partial", "check %s/broken --controls %s/high", 2);
  }

  @Test
  void a_check_of_nothing_is_never_green() throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    transcript("empty", "check %s/empty", 2);
    transcript("notes", "check %s/notes", 2);
    transcript("missing", "check %s/missing", 2);
  }

  @Test
  void a_control_that_does_not_compile_is_bad_input() {
    transcript("wrong-control", "check %s/good --controls %s/wrong", 2);
  }

  @Test
  void an_environment_needs_an_estate() {
    transcript("no-estate", "check %s/good --environment production", 2);
  }

  @Test
  void bad_usage_is_explained() {
    transcript("no-path", "check", 2);
    transcript("bad-format", "check %s/good --format xml", 2);
  }

  @Test
  void the_report_goes_to_the_file_and_nowhere_else() throws IOException {
    CliRun run = run("check %s/bad --controls %s/high --format json --output %s/report.json");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(Files.readString(folder.resolve("report.json")))
        .isEqualTo(run("check %s/bad --controls %s/high --format json").out());
    try (var files = Files.list(folder)) {
      assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".tmp"));
    }
  }

  @Test
  void a_report_that_cannot_be_written_is_a_failure_outside() {
    CliRun run = run("check %s/good --controls %s/high --output /proc/none/report.json");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("cannot write", "[CLI002]");
  }

  @Test
  void a_long_check_tells_the_terminal_how_far_it_is_and_wipes_it_away() {
    var later = new AtomicLong();
    InstantSource slow = () -> CliRun.NOW.plusSeconds(later.getAndIncrement());
    String[] words = {"check", folder + "/bad", "--controls", folder + "/low"};
    assertThat(err(Map.of("INTERLOCK_TTY", "2"), slow, words))
        .isEqualTo("\rresources checked: 1\u001B[K\r\u001B[K");
    assertThat(err(Map.of(), slow, words)).isEmpty();
  }

  private static String err(Map<String, String> env, InstantSource clock, String... words) {
    var err = new ByteArrayOutputStream();
    var out = OutputStream.nullOutputStream();
    Main.run(List.of(words), InputStream.nullInputStream(), out, err, env, clock);
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void colours_never_reach_a_file() throws IOException {
    CliRun.with(
        Map.of("INTERLOCK_TTY", "12"),
        "check",
        folder + "/bad",
        "--output",
        folder + "/report.txt");
    assertThat(Files.readString(folder.resolve("report.txt"))).doesNotContain("\u001B");
  }

  private static String settings(String metadata) {
    return "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n  namespace: erp\n  "
        + metadata
        + "\n";
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(folder.resolve(name.replaceFirst("/.*", "")));
    Files.writeString(file, text);
  }

  private void transcript(String name, String command, int exit) {
    String words = command.replace("%s", folder.toString());
    CliRun run = CliRun.of(words.split(" "));
    String transcript = run.transcript(words, folder.toString(), "DIR");
    // How many controls are shipped is none of these tests' business.
    transcript = transcript.replaceAll("\\d+ controls? on", "N controls on");
    CliGolden.verify("check/run-" + name + ".txt", transcript);
    assertThat(run.exit()).isEqualTo(exit);
  }

  private CliRun run(String command) {
    return CliRun.of(command.replace("%s", folder.toString()).split(" "));
  }

  @Test
  void a_plan_that_only_takes_away_leaves_nothing_to_judge_and_says_so() throws IOException {
    Path plan = folder.resolve("plan.json");
    Files.writeString(
        plan,
        """
        {"format_version": "1.2", "terraform_version": "1.9.0", "resource_changes": [
          {"address": "azurerm_resource_group.old", "mode": "managed",
           "type": "azurerm_resource_group", "name": "old",
           "provider_name": "registry.terraform.io/hashicorp/azurerm",
           "change": {"actions": ["delete"], "before": {"name": "old"}, "after": null}}]}
        """);

    CliRun run = CliRun.of("check", plan.toString());

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("Terraform: deleted or forgotten, with nothing left to judge: 1");
  }
}
