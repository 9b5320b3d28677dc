package dev.interlock.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.changes.Submission;
import dev.interlock.cli.CliRun;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a check sends to a server, what it refuses to send, and which answers it believes. */
class RemoteCheckTest {

  private static final String ASK = "POST /checks";
  private static final String POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\n";

  @TempDir private Path folder = Path.of("");

  private final StubServer server = StubServer.start();

  @BeforeEach
  void manifest() throws IOException {
    Files.writeString(folder.resolve("pod.yaml"), POD);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String finding(String severity, String outcome) {
    return """
    {"control": "c", "title": "T", "effect": "deny", "severity": "%s", "outcome": "%s",
     "reason": "r", "resource": {"id": "i", "type": "v1/Pod", "name": "p", "plane": "kubernetes"},
     "source": {"file": "pod.yaml", "line": 1, "column": 1}, "message": "m", "remediation": "do",
     "fingerprint": "f", "waiver": null}
    """
        .formatted(severity, outcome);
  }

  private static String answer(int violations, String findings) {
    return """
    {"summary": {"resources": 1, "controls": 0, "evaluations": 1, "violations": %d, "waived": 0,
      "errors": 0, "skipped": 0}, "controls": [], "problems": []%s}
    """
        .formatted(violations, findings);
  }

  private CliRun check(Map<String, String> env, String... more) {
    List<String> words = new ArrayList<>(List.of("check", folder.toString()));
    words.add("--server=" + server.url());
    words.addAll(List.of(more));
    return CliRun.with(env, words.toArray(String[]::new));
  }

  private CliRun check(String... more) {
    return check(Map.of("INTERLOCK_TOKEN", "ilk_t"), more);
  }

  @Test
  void only_what_may_hold_something_to_check_leaves_this_machine() throws IOException {
    Files.writeString(folder.resolve(".env"), "PASSWORD=hidden\n");
    Files.writeString(folder.resolve("deploy.sh"), "# apiVersion\n");
    Files.writeString(folder.resolve("odoo.yaml.gpg"), POD);
    server.json(ASK, answer(0, ", \"findings\": []"));
    CliRun run = check("--environment=production");
    assertThat(run.exit()).as(run.toString()).isZero();
    String body = server.asked().getFirst().body();
    String pod = Base64.getEncoder().encodeToString(POD.getBytes(StandardCharsets.UTF_8));
    assertThat(body)
        .contains("\"environment\": \"production\"", "\"1/pod.yaml\": \"" + pod + '"')
        .contains("\"1/odoo.yaml.gpg\": \"\"", "\"others\": 2", "\"name\": \"" + folder + '"')
        .doesNotContain(".env", "deploy.sh");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--estate=.", "--controls=.", "--at=2026-11-22T09:00:00Z"})
  void options_of_here_are_refused_and_nothing_is_sent(String option) {
    CliRun run = check(option);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("--server checks with its own estate", "leave out");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void where_templates_go_is_sent_and_notes_come_back() {
    server.json(
        ASK, answer(0, ", \"findings\": [], \"notes\": [\"Terraform: 1 of 2 attributes\"]"));
    CliRun run = check("--subscription=s-1", "--resource-group=erp", "--location=westeurope");
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out()).contains("Terraform: 1 of 2 attributes");
    assertThat(server.asked().getFirst().body().replaceAll("\\s+", " "))
        .contains(
            "\"target\": { \"subscription\": \"s-1\", \"resourceGroup\": \"erp\","
                + " \"location\": \"westeurope\" }");
  }

  @Test
  void more_than_a_server_takes_is_refused_and_not_sent() throws IOException {
    Path large = folder.resolve("large.yaml");
    Files.writeString(large, POD);
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(Submission.MOST_BYTES + 1L);
    }
    CliRun run = check();
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .startsWith(folder + ": error: a server takes at most 2000 files of at most 16 MB together")
        .contains("hint: check them in parts");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void a_name_that_cannot_be_sent_is_told() throws IOException {
    Files.writeString(folder.resolve("a:b.yaml"), POD);
    CliRun run = check();
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("can't be sent", "a:b.yaml", "hint: rename it");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void without_a_token_nothing_is_sent() {
    CliRun run = check(Map.of());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("[CLI031]");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void a_server_that_is_away_is_a_fault() {
    server.close();
    CliRun run = check("--output=" + folder.resolve("out.json"));
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("[CLI032]");
    assertThat(folder.resolve("out.json")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"401,2,CLI033", "403,2,CLI034", "413,2,CLI037", "503,3,CLI038"})
  void a_refusal_gives_no_report(int status, int exit, String code) {
    server.problem(ASK, status, "{\"detail\":\"no\"}");
    CliRun run = check("--format=sarif");
    assertThat(run.exit()).isEqualTo(exit);
    assertThat(run.err()).contains(code);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void a_report_decides_here_what_fails() {
    String findings = ", \"findings\": [" + finding("medium", "fail") + "]";
    server.json(ASK, answer(1, findings));
    assertThat(check().exit()).isZero();
    assertThat(check("--fail-on=medium").exit()).isEqualTo(1);
  }

  @Test
  void an_answer_that_contradicts_itself_is_none() {
    server.json(ASK, answer(1, ""));
    server.json(ASK, answer(0, ", \"findings\": [" + finding("medium", "pass") + "]"));
    server.json(ASK, answer(1, ", \"findings\": [" + finding("dreadful", "fail") + "]"));
    server.json(ASK, "{\"summary\": {\"resources\": 1}}");
    for (int i = 0; i < 4; i++) {
      CliRun run = check();
      assertThat(run.exit()).as(run.toString()).isEqualTo(3);
      assertThat(run.err()).contains("[CLI039]");
      assertThat(run.out()).isEmpty();
    }
  }
}
