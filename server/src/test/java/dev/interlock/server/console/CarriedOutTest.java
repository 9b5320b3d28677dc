package dev.interlock.server.console;

import static dev.interlock.server.security.AccountRole.AUDITOR;
import static dev.interlock.server.security.AccountRole.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.server.Browser;
import dev.interlock.server.TestServer;
import dev.interlock.server.api.ApiClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last step in the life of a change: whom it names tells that it was carried out. */
@Tag("slow")
class CarriedOutTest {

  private static final String GO = "manufacturing-release";
  private static final String EXECUTOR = "platform-engineer-1";
  private static final String BUTTON = "I carried it out";

  @TempDir static Path data;
  private static TestServer server;
  private static Browser executor;
  private static ApiClient pipeline;

  @BeforeAll
  static void people() {
    server = TestServer.start(data);
    executor = server.person(EXECUTOR, List.of(OPERATOR));
    pipeline = ApiClient.of(server, "pipeline");
  }

  @AfterAll
  static void end() {
    server.close();
  }

  @Test
  void whom_the_change_names_tells_it_after_a_go_and_nobody_else_does() {
    Browser requester = server.person("odoo-developer-1", List.of(OPERATOR));
    HttpResponse<String> refused = carryOut(requester, GO, "by myself");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("the change names", EXECUTOR, "value=\"by myself\"");
    assertThat(pipeline.get("/changes/" + GO).json().at("/change/state").asString())
        .isEqualTo("open");

    String page = "/changes/" + GO;
    assertThat(executor.get(page).body()).contains(BUTTON);
    HttpResponse<String> told = carryOut(executor, GO, "all lines are up");
    assertThat(told.headers().firstValue("Location")).hasValue(page + "?done=carried-out");
    assertThat(executor.get(page + "?done=carried-out").body())
        .contains("CARRIED-OUT", "carried it out: all lines are up", "It is recorded that")
        .doesNotContain(BUTTON);
    assertThat(executor.get("/changes?state=carried-out").body()).contains("href=\"" + page + "\"");
    assertThat(carryOut(executor, GO, "again").statusCode()).isEqualTo(409);

    Browser auditor = server.person("security-officer", List.of(AUDITOR));
    assertThat(auditor.get("/evidence").body())
        .containsOnlyOnce("carried out: " + EXECUTOR + ", " + GO);
  }

  @Test
  void what_has_no_go_is_not_carried_out() {
    assertThat(executor.get("/changes/label-layout").body()).doesNotContain(BUTTON);

    HttpResponse<String> refused = carryOut(executor, "label-layout", "");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("the gate says wait to label-layout");
  }

  @Test
  void a_program_is_told_why_it_is_not_the_one() {
    String tag = pipeline.get("/changes/database-minor-upgrade").header("ETag");
    var answer =
        pipeline.send("POST", "/changes/database-minor-upgrade/execution", "{}", "If-Match", tag);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().get("code").asString()).isEqualTo("REG020");
    assertThat(answer.json().get("detail").asString())
        .contains("the estate knows no one person behind \"pipeline\"");
  }

  private static HttpResponse<String> carryOut(Browser by, String change, String comment) {
    String page = "/changes/" + change;
    String seen = pipeline.get(page).json().at("/change/digest").asString();
    return by.submit(page, page + "/execution", Map.of("seen", seen, "comment", comment));
  }
}
