package dev.interlock.server.console;

import static dev.interlock.server.security.AccountRole.APPROVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.server.Browser;
import dev.interlock.server.SampleChange;
import dev.interlock.server.TestServer;
import dev.interlock.usecases.ChangeBook;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Approvers whom nobody asks read so before they answer, and after it. */
@Tag("slow")
class UnheardTest {

  private static final String STRANGER = "plant-manager-pune";
  private static final String PAGE = "/changes/" + SampleChange.NAME;

  @TempDir static Path data;
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start(data);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void an_answer_that_the_gate_will_not_hear_is_told_before_and_after() {
    Browser stranger = server.person(STRANGER, List.of(APPROVER));
    assertThat(stranger.get(PAGE).body())
        .contains("Your answer would not be heard", "must name " + STRANGER)
        .doesNotContain("Your answer is asked for");
    String seen = server.bean(ChangeBook.class).require(SampleChange.NAME).version().digest();

    HttpResponse<String> answered =
        stranger.submit(
            PAGE,
            PAGE + "/answer",
            Map.of("seen", seen, "seat", "release-manager", "answer", "APPROVE"));
    assertThat(answered.statusCode()).isEqualTo(200);
    assertThat(answered.body())
        .contains("is filed, but the gate does not hear it", "is not asked as", "role=\"alert\"");

    String body = "{\"role\":\"release-manager\",\"answer\":\"APPROVE\"}";
    assertThat(stranger.api(PAGE + "/approvals", body, '"' + seen + '"').body())
        .contains("\"counts\":false", "is not asked as");
  }

  @Test
  void an_account_without_a_person_reads_what_is_missing() {
    Browser nobody = server.person("somebody-else", List.of(APPROVER));

    assertThat(nobody.get(PAGE).body())
        .contains("no person of the estate stands behind this account");
  }
}
