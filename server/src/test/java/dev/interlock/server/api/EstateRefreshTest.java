package dev.interlock.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.goldens.Checkout;
import dev.interlock.server.Browser;
import dev.interlock.server.TestServer;
import dev.interlock.server.estate.Remote;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A server on an estate in Git, told that there is something newer. */
@Tag("slow")
class EstateRefreshTest {

  private static final String SECRET = "a secret of the repository's";
  private static final List<String> SETTINGS =
      List.of("interlock.estate.webhook-secret", "interlock.estate.poll");

  @TempDir static Path data = Path.of("");

  private static Remote remote;
  private static TestServer server;
  private static ApiClient pipeline;

  @BeforeAll
  static void start() throws Exception {
    System.setProperty(SETTINGS.getFirst(), SECRET);
    System.setProperty(SETTINGS.getLast(), "1d");
    remote = new Remote(data).with(Checkout.samples().resolve("estate"), ".");
    remote.push();
    server = TestServer.start(data.resolve("server"), remote.url());
    pipeline = ApiClient.of(server, "pipeline");
  }

  @AfterAll
  static void stop() {
    server.close();
    remote.close();
    SETTINGS.forEach(System::clearProperty);
  }

  @Test
  void an_operator_asks_for_the_newest_commit_and_the_console_says_what_is_wrong()
      throws Exception {
    String good = remote.with("more.yaml", "# one\n").push();
    JsonNode now = pipeline.send("POST", "/estate/refresh", "").json();
    assertThat(now.get("revision").asString()).isEqualTo(good);
    Browser browser = server.administrator();
    assertThat(browser.get("/estate").body()).contains(good);

    String broken = remote.with("more.yaml", "apiVersion: interlock.dev/v1\nkind: Plant\n").push();
    JsonNode still = pipeline.send("POST", "/estate/refresh", "").json();
    assertThat(still.get("revision").asString()).isEqualTo(good);
    assertThat(still.get("trouble").get(0).asString()).contains(broken);
    assertThat(browser.get("/").body()).contains(broken + " has errors");

    Files.delete(remote.work().resolve("more.yaml"));
    String repaired = remote.push();
    JsonNode then = pipeline.send("POST", "/estate/refresh", "").json();
    assertThat(then.get("revision").asString()).isEqualTo(repaired);
    assertThat(browser.get("/").body()).doesNotContain("has errors");
  }

  @Test
  void the_repository_calls_with_a_signature() throws Exception {
    String body = "{\"ref\":\"refs/heads/main\"}";
    String path = "/api/v1/estate/webhook";
    String type = "application/json";
    Browser nobody = server.browser();
    String newest = remote.with("called.yaml", "# called\n").push();

    assertThat(nobody.send("POST", path, body, "Content-Type", type).statusCode()).isEqualTo(400);
    assertThat(call(nobody, body, sign(body + " ")).statusCode()).isEqualTo(400);
    assertThat(call(nobody, body, sign(body)).statusCode()).isEqualTo(202);
    for (int looks = 0; !newest.equals(revision()) && looks < 600; looks++) {
      Thread.sleep(100);
    }
    assertThat(revision()).isEqualTo(newest);
  }

  private static java.net.http.HttpResponse<String> call(Browser by, String body, String sign) {
    String[] headers = {"Content-Type", "application/json", "X-Hub-Signature-256", sign};
    return by.send("POST", "/api/v1/estate/webhook", body, headers);
  }

  private static String revision() {
    return pipeline.get("/estate").json().get("revision").asString();
  }

  private static String sign(String body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] hash = mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
    return "sha256=" + HexFormat.of().formatHex(hash);
  }
}
