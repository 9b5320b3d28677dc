package dev.interlock.server.console;

import static dev.interlock.server.security.AccountRole.APPROVER;
import static dev.interlock.server.security.AccountRole.AUDITOR;
import static dev.interlock.server.security.AccountRole.REQUESTER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.server.Browser;
import dev.interlock.server.TestServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People ask for a change, answer it and see it turn, on pages alone. */
@Tag("slow")
class ChangeStoryTest {

  private static final Map<String, String> LABELS =
      Map.of(
          "title", "New label printer",
          "kind", "report",
          "environment", "core-production",
          "services", "odoo-web",
          "reason", "The old one is worn out.",
          "executor", "platform-engineer-1",
          "hours", "PT30M",
          "steps", "Print with the old template.",
          "back", "PT15M");

  @TempDir static Path data;
  private static TestServer server;
  private static Browser requester;

  @BeforeAll
  static void people() {
    server = TestServer.start(data);
    requester = server.person("odoo-developer-2", List.of(REQUESTER));
  }

  @AfterAll
  static void end() {
    server.close();
  }

  @Test
  void the_second_approval_turns_waiting_to_go() {
    Browser approver = server.person("service-owner-core", List.of(APPROVER));
    String page = "/changes/edi-partner-onboarding";
    String before = approver.get(page).body();
    assertThat(before).contains("WAIT", "Your answer is asked for", "As service-owner");

    HttpResponse<String> answered =
        approver.submit(
            page,
            page + "/answer",
            Map.of("seen", seen(before), "seat", "service-owner", "answer", "APPROVE"));

    assertThat(answered.statusCode()).isEqualTo(302);
    String after = approver.get(page).body();
    assertThat(after)
        .contains("GO", "answered version 1")
        .doesNotContain("asked for</h2>\n  <form");
    assertThat(approver.submit(page, page + "/decision", Map.of()).statusCode()).isEqualTo(302);
    assertThat(approver.get(page).body()).contains("asked the gate: go", "evidence pack");
  }

  @Test
  void a_change_is_filed_explained_and_taken_back() {
    assertThat(requester.submit("/changes/new", "/changes/explain", LABELS).body())
        .contains("Tier <strong>", "approvals");
    assertThat(
            requester.submit("/changes/new", "/changes", LABELS).headers().firstValue("location"))
        .hasValue("/changes/new-label-printer?done=filed");
    String page = "/changes/new-label-printer";
    String filed = requester.get(page).body();
    assertThat(filed).contains("The old one is worn out.", "asked for it", "Take it back");

    requester.submit(page, page + "/withdrawal", Map.of("seen", seen(filed), "reason", "repaired"));

    assertThat(requester.get(page).body()).contains("WITHDRAWN", "took it back: repaired");
    assertThat(
            requester
                .submit(page, page + "/withdrawal", Map.of("seen", seen(filed), "reason", "again"))
                .statusCode())
        .isEqualTo(409);
  }

  @Test
  void a_form_with_mistakes_comes_back_with_all_that_was_typed() {
    HttpResponse<String> answer =
        requester.submit(
            "/changes/new", "/changes", Map.of("title", "<b>Bold</b>", "environment", "nowhere"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("&lt;b>Bold&lt;/b>", "Still to be filled in")
        .doesNotContain("<b>Bold");
  }

  @Test
  void who_filed_a_change_does_not_answer_it() {
    Browser both = server.person("release-manager-deputy", List.of(REQUESTER, APPROVER));
    Map<String, String> own = new java.util.HashMap<>(LABELS);
    own.put("name", "own-change");
    both.submit("/changes/new", "/changes", own);
    String page = "/changes/own-change";

    HttpResponse<String> answer =
        both.submit(
            page,
            page + "/answer",
            Map.of(
                "seen",
                seen(both.get(page).body()),
                "seat",
                "release-manager",
                "answer",
                "APPROVE"));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("another person must answer it");
  }

  private static String seen(String page) {
    String marker = "name=\"seen\" value=\"";
    int at = page.indexOf(marker) + marker.length();
    return page.substring(at, page.indexOf('"', at));
  }

  @Test
  void an_auditor_takes_entries_away_and_a_viewer_sees_the_checkpoint() {
    Browser auditor = server.person("security-officer", List.of(AUDITOR));
    String page = auditor.get("/evidence").body();
    assertThat(page)
        .contains("interlock/server", "BEGIN PUBLIC KEY", "/api/v1/ledger/entries/0/proof");
    assertThat(auditor.get("/api/v1/ledger/pack?entries=0").statusCode()).isEqualTo(200);

    assertThat(requester.get("/evidence").body())
        .contains("interlock/server", "counts, signed by key")
        .doesNotContain("/api/v1/ledger/entries/0/proof");
  }
}
