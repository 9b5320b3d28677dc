package dev.interlock.server.faults;

import static dev.interlock.server.security.AccountRole.APPROVER;
import static dev.interlock.server.security.AccountRole.REQUESTER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.server.Browser;
import dev.interlock.server.SampleChange;
import dev.interlock.server.SharedServer;
import dev.interlock.server.TestServer;
import dev.interlock.server.api.ApiClient;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody sends what was written about a change that has moved on meanwhile. */
@ExtendWith(SharedServer.class)
class StaleFormIT {

  private static final String COMMENT = "Fine with me, <b>but</b> print \"one\" first";
  private static final String SHOWN = "Fine with me, &lt;b>but&lt;/b> print ";

  private static ApiClient program;
  private static Browser approver;
  private static Browser requester;

  @BeforeAll
  static void people(TestServer server) {
    program = ApiClient.of(server, "stale-form");
    approver = server.person("release-manager-deputy", List.of(APPROVER));
    requester = server.person("stale-requester", List.of(REQUESTER));
  }

  @Test
  void a_program_that_saw_an_older_version_or_does_not_say_is_refused() {
    String old = file("stale-api");
    revise("stale-api", old);
    String path = "/changes/stale-api";
    String reason = "{\"reason\":\"too late\"}";
    String body = SampleChange.body("stale-api", "# later\n");

    problem(program.send("PUT", path, body, "If-Match", old), 412);
    problem(program.send("POST", path + "/withdrawal", reason, "If-Match", old), 412);
    problem(program.send("PUT", path, body), 428);
    problem(program.send("POST", path + "/withdrawal", reason), 428);
    for (String tag : List.of("*", "", "\"\"", "W/" + old, "\"x\", \"y\"", "x".repeat(4000))) {
      var answer = program.send("POST", path + "/withdrawal", reason, "If-Match", tag);
      assertThat(answer.status()).as(tag).isIn(412, 428);
    }
    assertThat(program.get(path).json().at("/change/state").asString()).isEqualTo("open");
  }

  private static void problem(ApiClient.Answer answer, int status) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void an_answer_to_an_older_version_comes_back_with_what_changed_and_what_was_typed() {
    String old = file("stale-answer");
    String page = "/changes/stale-answer";
    String seat = seat(approver.get(page, "Accept", "text/html").body());
    revise("stale-answer", old);

    HttpResponse<String> answer =
        approver.submit(
            page,
            page + "/answer",
            Map.of("seen", bare(old), "seat", seat, "answer", "APPROVE", "comment", COMMENT));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body())
        .contains("Not done:", "version 2", "stale-form changed", "changes/c.yaml", SHOWN)
        .contains("value=\"" + SHOWN)
        .doesNotContain("<b>but");
    assertThat(kinds("stale-answer")).containsExactly("filed", "revised");
    String fresh = approver.get(page, "Accept", "text/html").body();
    assertThat(answer.body()).contains("name=\"seen\" value=\"" + seen(fresh) + "\"");
  }

  @Test
  void an_answer_to_what_was_taken_back_is_not_lost_in_silence() {
    String old = file("stale-over");
    String page = "/changes/stale-over";
    String seat = seat(approver.get(page, "Accept", "text/html").body());
    program.send("POST", page + "/withdrawal", "{\"reason\":\"printer is gone\"}", "If-Match", old);

    HttpResponse<String> answer =
        approver.submit(
            page,
            page + "/answer",
            Map.of("seen", bare(old), "seat", seat, "answer", "REJECT", "comment", COMMENT));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body())
        .contains("Not done:", "stale-form took it back", ": printer is gone.", "You had typed")
        .contains(SHOWN.replace(">", "&gt;"));
  }

  @Test
  void a_reason_that_came_too_late_stands_in_the_form_again() {
    String old = file("stale-reason");
    revise("stale-reason", old);
    String page = "/changes/stale-reason";

    HttpResponse<String> answer =
        requester.submit(page, page + "/withdrawal", Map.of("seen", bare(old), "reason", COMMENT));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("Not done:", "stale-form changed", "value=\"" + SHOWN);
    assertThat(kinds("stale-reason")).containsExactly("filed", "revised");
  }

  @Test
  void a_form_without_what_its_page_gives_it_is_refused() {
    file("stale-torn");
    String page = "/changes/stale-torn";
    for (String left : List.of("seen", "seat", "answer")) {
      Map<String, String> fields =
          new HashMap<>(Map.of("seen", "x", "seat", "release-manager", "answer", "APPROVE"));
      fields.remove(left);
      assertThat(approver.submit(page, page + "/answer", fields).statusCode())
          .as(left)
          .isEqualTo(400);
    }
    Map<String, String> odd = Map.of("seen", "x", "seat", "release-manager", "answer", "MAYBE");
    assertThat(approver.submit(page, page + "/answer", odd).statusCode()).isEqualTo(400);
    assertThat(requester.submit(page, page + "/withdrawal", Map.of()).statusCode()).isEqualTo(400);
  }

  private static String file(String name) {
    var filed = program.send("POST", "/changes", SampleChange.body(name));
    assertThat(filed.status()).as(filed.text()).isEqualTo(201);
    return filed.header("ETag");
  }

  private static void revise(String name, String tag) {
    String body = SampleChange.body(name, "# another way\n");
    assertThat(program.send("PUT", "/changes/" + name, body, "If-Match", tag).status())
        .isEqualTo(200);
  }

  private static String bare(String tag) {
    return tag.replace("\"", "");
  }

  private static String seat(String page) {
    return value(page, "name=\"seat\" value=\"");
  }

  private static String seen(String page) {
    return value(page, "name=\"seen\" value=\"");
  }

  private static String value(String page, String marker) {
    assertThat(page).contains(marker);
    int at = page.indexOf(marker) + marker.length();
    return page.substring(at, page.indexOf('"', at));
  }

  private static List<String> kinds(String name) {
    List<String> kinds = new java.util.ArrayList<>();
    program
        .get("/changes/" + name)
        .json()
        .get("timeline")
        .forEach(event -> kinds.add(event.get("kind").asString()));
    return kinds;
  }
}
