package dev.interlock.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.server.Browser;
import dev.interlock.server.TestServer;
import dev.interlock.server.api.ApiClient.Answer;
import dev.interlock.server.security.AccountRole;
import dev.interlock.server.security.accounts.Account;
import dev.interlock.server.security.accounts.Accounts;
import dev.interlock.server.security.accounts.Passwords;
import dev.interlock.usecases.ReplayDecision;
import dev.interlock.usecases.VerifyDecisionPack;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The story of a decision over HTTP: it waits for people, they sign in and agree, it goes. */
@Tag("slow")
class DecisionApiTest {

  private static final String PASSWORD = "a password for the test";
  private static final String CHANGE = "label-layout";

  @TempDir Path data = Path.of("");

  private TestServer server;
  private ApiClient pipeline;

  @BeforeEach
  void start() {
    server = TestServer.start(data.resolve("server"));
    pipeline = ApiClient.of(server, "pipeline");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_pipeline_waits_until_everybody_agreed_and_its_pack_proves_the_go() throws IOException {
    JsonNode first = decision("");
    assertThat(first.get("decision").asString()).isEqualTo("wait");
    assertThat(first.get("missing")).isNotEmpty();
    CompletableFuture<JsonNode> waiting = CompletableFuture.supplyAsync(() -> decision("?wait=90"));
    approveAll();
    JsonNode gone = waiting.join();
    assertThat(gone.get("decision").asString()).as(gone.toString()).isEqualTo("go");

    Answer pack = pipeline.get(gone.get("pack").asString().substring("/api/v1".length()));
    assertThat(pack.status()).isEqualTo(200);
    Path zip = data.resolve("go.zip");
    Files.write(zip, pack.response().body());
    var replay = new ReplayDecision("any").run(ReplayDecision.Request.of(zip));
    assertThat(replay.differences()).isEmpty();
    JsonNode ledger = pipeline.get("/ledger").json();
    Path key = data.resolve("server.pub");
    Files.writeString(key, ledger.get("key").asString());
    var found = new VerifyDecisionPack().run(zip, List.of(key));
    assertThat(found.problems()).isEmpty();
    assertThat(found.ledger().orElseThrow().proof().index()).isEqualTo(gone.get("entry").asLong());
  }

  @Test
  void an_answer_needs_a_person_in_a_browser_and_the_version_that_is_there() {
    String body = "{\"role\":\"release-manager\",\"answer\":\"APPROVE\"}";
    assertThat(pipeline.send("POST", "/changes/" + CHANGE + "/approvals", body).status())
        .isEqualTo(403);
    Browser nobody = signedIn("nobody", null);
    String tag = pipeline.get("/changes/" + CHANGE).header("ETag");
    assertThat(approve(nobody, body, tag).body()).contains("REG011");
    Browser manager = signedIn("release-manager", "release-manager");
    assertThat(approve(manager, body, "\"sha256:00\"").statusCode()).isEqualTo(412);
    assertThat(approve(manager, body, tag).statusCode()).isEqualTo(201);
  }

  private JsonNode decision(String query) {
    Answer answer = pipeline.send("POST", "/changes/" + CHANGE + "/decision" + query, "");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private void approveAll() {
    JsonNode missing = pipeline.get("/changes/" + CHANGE + "/decision").json().get("missing");
    String tag = pipeline.get("/changes/" + CHANGE).header("ETag");
    for (JsonNode seat : missing) {
      String person = seat.get("candidates").get(0).asString();
      var body = JsonMapper.shared().createObjectNode();
      body.put("role", seat.get("role").asString()).put("answer", "APPROVE");
      if (seat.hasNonNull("plant")) {
        body.put("plant", seat.get("plant").asString());
      }
      HttpResponse<String> answer = approve(signedIn(person, person), body.toString(), tag);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      assertThat(JsonMapper.shared().readTree(answer.body()).get("counts").asBoolean())
          .as(answer.body())
          .isTrue();
    }
  }

  private static HttpResponse<String> approve(Browser browser, String body, String tag) {
    return browser.api("/changes/" + CHANGE + "/approvals", body, tag);
  }

  private Browser signedIn(String login, @Nullable String person) {
    String hash = server.bean(Passwords.class).hash(PASSWORD);
    server
        .bean(Accounts.class)
        .add(
            new Account(
                login,
                login,
                login,
                person,
                Set.of(AccountRole.APPROVER),
                hash,
                false,
                true,
                null));
    Browser browser = server.browser();
    assertThat(browser.signIn(login, PASSWORD).statusCode()).isEqualTo(302);
    return browser;
  }
}
