package dev.interlock.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.server.SampleChange;
import dev.interlock.server.TestServer;
import dev.interlock.server.api.ApiClient.Answer;
import dev.interlock.server.security.AccountRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Changes over HTTP, as a pipeline sends them. */
@Tag("slow")
class ChangesApiTest {

  @TempDir static Path data = Path.of("");

  private static TestServer server;
  private static ApiClient pipeline;

  @BeforeAll
  static void start() {
    server = TestServer.start(data);
    pipeline = ApiClient.of(server, "pipeline");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_change_is_filed_once_and_revised_by_whoever_has_seen_it() {
    Answer filed =
        pipeline.send("POST", "/changes", SampleChange.body("a"), "Idempotency-Key", "k-1");
    assertThat(filed.status()).as(filed.text()).isEqualTo(201);
    assertThat(filed.header("Location")).isEqualTo("/api/v1/changes/a");
    Answer again =
        pipeline.send("POST", "/changes", SampleChange.body("a"), "Idempotency-Key", "k-1");
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.json()).isEqualTo(filed.json());
    problem(pipeline.send("POST", "/changes", SampleChange.body("a")), 409, "REG002");
    problem(
        pipeline.send("POST", "/changes", SampleChange.body("b"), "Idempotency-Key", "k-1"),
        422,
        "REG005");

    String edited = SampleChange.body("a", "# once more\n");
    assertThat(pipeline.send("PUT", "/changes/a", edited).status()).isEqualTo(428);
    problem(pipeline.send("PUT", "/changes/a", edited, "If-Match", "\"sha256:00\""), 412, "REG003");
    Answer revised = pipeline.send("PUT", "/changes/a", edited, "If-Match", filed.header("ETag"));
    assertThat(revised.status()).as(revised.text()).isEqualTo(200);
    assertThat(revised.json().at("/change/version").asInt()).isEqualTo(2);
    assertThat(revised.header("ETag")).isNotEqualTo(filed.header("ETag"));
    problem(
        pipeline.send(
            "PUT",
            "/changes/a",
            SampleChange.body("a", "# stale\n"),
            "If-Match",
            filed.header("ETag")),
        412,
        "REG003");
    assertThat(kinds(pipeline.get("/changes/a").json())).containsExactly("filed", "revised");
  }

  @Test
  void a_change_is_withdrawn_with_a_reason() {
    Answer filed = pipeline.send("POST", "/changes", SampleChange.body("w"));
    String tag = filed.header("ETag");
    String path = "/changes/w/withdrawal";
    problem(pipeline.send("POST", path, "{\"reason\":\" \"}", "If-Match", tag), 422, "REG015");
    String reason = "{\"reason\":\"printer is gone\"}";
    assertThat(pipeline.send("POST", path, reason, "If-Match", tag).status()).isEqualTo(200);
    assertThat(pipeline.get("/changes/w").json().at("/change/state").asString())
        .isEqualTo("withdrawn");
    problem(pipeline.send("POST", "/changes/w/decision", ""), 409, "REG004");
  }

  @Test
  void a_key_brings_no_decision_of_before_again() {
    Answer filed = pipeline.send("POST", "/changes", SampleChange.body("q"));
    String[] key = {"Idempotency-Key", "k-decision"};
    JsonNode first = pipeline.send("POST", "/changes/q/decision", "", key).json();
    JsonNode second = pipeline.send("POST", "/changes/q/decision", "", key).json();
    assertThat(second.get("entry").asLong()).isGreaterThan(first.get("entry").asLong());
    assertThat(second.get("pack")).isNotEqualTo(first.get("pack"));
    String reason = "{\"reason\":\"printer is gone\"}";
    pipeline.send("POST", "/changes/q/withdrawal", reason, "If-Match", filed.header("ETag"));
    problem(pipeline.send("POST", "/changes/q/decision", "", key), 409, "REG004");
  }

  @Test
  void the_list_is_filtered_and_paged() {
    List<String> names = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = pipeline.get("/changes?state=open&limit=4" + cursor).json();
      page.get("items").forEach(item -> names.add(item.get("name").asString()));
      cursor = page.hasNonNull("next") ? "&cursor=" + page.get("next").asString() : "";
    } while (!cursor.isEmpty());
    assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(15);
    JsonNode some = pipeline.get("/changes?q=LABEL-LAY&environment=core-production").json();
    assertThat(some.get("total").asInt()).isEqualTo(1);
    problem(pipeline.get("/changes?cursor=elsewhere"), 422, "REG016");
  }

  @Test
  void the_queue_says_what_the_gate_last_said_and_when() throws InterruptedException {
    String path = "/changes?outcome=go&q=manufacturing-release";
    int looks = 0;
    while (pipeline.get(path).json().get("total").asInt() == 0 && looks++ < 600) {
      Thread.sleep(100);
    }
    JsonNode judged = pipeline.get(path).json().at("/items/0/judged");
    assertThat(judged.get("at").asString()).startsWith("2026-11-2");
    assertThat(judged.get("current").asBoolean()).isTrue();
    assertThat(judged.at("/contacts/window").asString()).isEqualTo("closed");
  }

  @Test
  void mistakes_in_a_change_come_with_code_place_and_hint() {
    String wrong =
        SampleChange.body("x").replace("environment: core-production", "environment: core-prod");
    Answer answer = pipeline.send("POST", "/changes", wrong);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    JsonNode first = answer.json().get("problems").get(0);
    assertThat(first.get("place").asString()).startsWith("changes/c.yaml:");
    assertThat(first.get("hint").asString()).contains("core-production");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../c.yaml", "/etc/passwd", "a/../../c.yaml", "c:\\\\x.yaml", ""})
  void a_path_that_leads_elsewhere_is_refused(String path) {
    String body = "{\"document\":\"" + path + "\",\"files\":{\"" + path + "\":\"kind: Change\"}}";
    problem(pipeline.send("POST", "/changes", body), 422, "REG006");
  }

  @Test
  void malformed_and_oversized_bodies_are_problems() {
    assertThat(pipeline.send("POST", "/changes", "{").status()).isEqualTo(400);
    assertThat(pipeline.send("POST", "/changes", "[]").status()).isEqualTo(400);
    assertThat(pipeline.send("POST", "/changes", "{\"document\":7").status()).isEqualTo(400);
    byte[] large = new byte[25 << 20];
    assertThat(pipeline.send("POST", "/evidence", large).status()).isEqualTo(413);
    problem(pipeline.send("POST", "/evidence", "no envelope"), 422, "REG010");
    problem(pipeline.get("/changes/nothing"), 404, "REG001");
    assertThat(pipeline.get("/nothing").status()).isIn(403, 404);
  }

  @Test
  void a_token_reaches_only_its_environments() {
    ApiClient narrow =
        ApiClient.of(server, "narrow", Set.of(AccountRole.REQUESTER), Set.of("shared-production"));
    pipeline.send("POST", "/changes", SampleChange.body("n"));
    assertThat(narrow.send("POST", "/changes/n/decision", "").status()).isEqualTo(403);
    assertThat(narrow.send("POST", "/changes", SampleChange.body("n2")).status()).isEqualTo(403);
  }

  static void problem(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().get("code").asString()).isEqualTo(code);
  }

  private static List<String> kinds(JsonNode detail) {
    List<String> kinds = new ArrayList<>();
    detail.get("timeline").forEach(event -> kinds.add(event.get("kind").asString()));
    return kinds;
  }
}
