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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** People and programs who do something to one change in the same moment. */
@ExtendWith(SharedServer.class)
class TwoAtOnceIT {

  private static ApiClient program;
  private static Browser manager;
  private static Browser owner;

  @BeforeAll
  static void people(TestServer server) {
    program = ApiClient.of(server, "two-at-once");
    manager = server.person("release-manager", List.of(APPROVER));
    owner = server.person("service-owner-core", List.of(APPROVER, REQUESTER));
  }

  @Test
  void two_people_who_answer_in_the_same_moment_are_both_heard() throws Exception {
    for (int round = 0; round < 5; round++) {
      String name = filed("both-" + round);
      String tag = tag(name);
      List<Integer> told =
          atOnce(
              List.of(
                  () -> api(manager, name, tag).statusCode(),
                  () -> page(owner, name, tag, "APPROVE").statusCode()));

      assertThat(told).containsExactly(201, 302);
      assertThat(answered(name)).containsExactlyInAnyOrder("release-manager", "service-owner-core");
      assertThat(missing(name)).isZero();
    }
  }

  @Test
  void one_person_who_clicks_twice_counts_once() throws Exception {
    String name = filed("twice");
    String tag = tag(name);
    List<Integer> told =
        atOnce(
            List.of(
                () -> page(owner, name, tag, "APPROVE").statusCode(),
                () -> page(owner, name, tag, "APPROVE").statusCode()));

    assertThat(told).allMatch(status -> status == 302 || status == 409);
    assertThat(answered(name)).allMatch("service-owner-core"::equals).isNotEmpty();
    assertThat(missing(name)).as("two were needed").isEqualTo(1);
  }

  @Test
  void the_same_request_with_the_same_key_at_once_is_kept_once() throws Exception {
    List<ApiClient.Answer> told = new ArrayList<>();
    List<Callable<ApiClient.Answer>> same = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      same.add(() ->
          program.send(
              "POST", "/changes", SampleChange.body("same-key"), "Idempotency-Key", "same-key"));
    }
    told.addAll(atOnce(same));

    assertThat(told).allMatch(answer -> answer.status() == 201);
    assertThat(told.stream().map(ApiClient.Answer::json).distinct()).hasSize(1);
    assertThat(kinds("same-key")).containsExactly("filed");
  }

  @Test
  void of_two_who_file_the_same_name_one_is_told() throws Exception {
    List<Integer> told =
        atOnce(
            List.of(
                () -> program.send("POST", "/changes", SampleChange.body("race")).status(),
                () ->
                    program.send("POST", "/changes", SampleChange.body("race", "# b\n")).status()));

    assertThat(told).containsExactlyInAnyOrder(201, 409);
    assertThat(kinds("race")).containsExactly("filed");
  }

  @Test
  void of_two_who_revise_the_same_version_one_is_told() throws Exception {
    String name = filed("revised");
    String tag = tag(name);
    List<Integer> told =
        atOnce(List.of(() -> revise(name, tag, "# one\n"), () -> revise(name, tag, "# two\n")));

    assertThat(told).containsExactlyInAnyOrder(200, 412);
    assertThat(kinds(name)).containsExactly("filed", "revised");
  }

  private static int revise(String name, String tag, String more) {
    String body = SampleChange.body(name, more);
    return program.send("PUT", "/changes/" + name, body, "If-Match", tag).status();
  }

  @Test
  void an_answer_and_a_withdrawal_at_once_end_in_one_state_that_both_were_told() throws Exception {
    for (int round = 0; round < 6; round++) {
      String name = filed("ends-" + round);
      String tag = tag(name);
      String reason = "{\"reason\":\"not needed\"}";
      List<Integer> told =
          atOnce(
              List.of(
                  () -> api(manager, name, tag).statusCode(),
                  () ->
                      program
                          .send("POST", "/changes/" + name + "/withdrawal", reason, "If-Match", tag)
                          .status(),
                  () -> program.send("POST", "/changes/" + name + "/decision", "").status()));

      assertThat(told.get(1)).isEqualTo(200);
      assertThat(told.get(0)).isIn(201, 409);
      assertThat(told.get(2)).isIn(200, 409);
      JsonNode end = program.get("/changes/" + name).json();
      assertThat(end.at("/change/state").asString()).isEqualTo("withdrawn");
      assertThat(kinds(name)).endsWith("withdrawn").doesNotHaveDuplicates();
      assertThat(kinds(name).contains("evidence-received")).isEqualTo(told.get(0) == 201);
      assertThat(kinds(name).contains("decided")).isEqualTo(told.get(2) == 200);
    }
  }

  private static <T> List<T> atOnce(List<Callable<T>> acts) throws Exception {
    CyclicBarrier start = new CyclicBarrier(acts.size());
    List<Callable<T>> together = new ArrayList<>();
    for (Callable<T> act : acts) {
      together.add(() -> {
        start.await();
        return act.call();
      });
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> told = new ArrayList<>();
      for (Future<T> each : threads.invokeAll(together)) {
        told.add(each.get());
      }
      return told;
    }
  }

  private static String filed(String name) {
    var answer = program.send("POST", "/changes", SampleChange.body(name));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return name;
  }

  private static String tag(String name) {
    return program.get("/changes/" + name).header("ETag");
  }

  private static HttpResponse<String> api(Browser browser, String name, String tag) {
    String body = "{\"role\":\"release-manager\",\"answer\":\"APPROVE\",\"comment\":\"agrees\"}";
    return browser.api("/changes/" + name + "/approvals", body, tag);
  }

  private static HttpResponse<String> page(
      Browser browser, String name, String tag, String answer) {
    String page = "/changes/" + name;
    return browser.submit(
        page,
        page + "/answer",
        Map.of("seen", tag.replace("\"", ""), "seat", "service-owner", "answer", answer));
  }

  /** Who answered, once for each answer that is kept. */
  private static List<String> answered(String name) {
    List<String> accounts = new ArrayList<>();
    for (JsonNode event : program.get("/changes/" + name).json().get("timeline")) {
      if (event.get("kind").asString().equals("evidence-received")) {
        accounts.add(event.get("account").asString());
      }
    }
    return accounts;
  }

  private static int missing(String name) {
    return program.get("/changes/" + name + "/decision").json().get("missing").size();
  }

  private static List<String> kinds(String name) {
    List<String> kinds = new ArrayList<>();
    program
        .get("/changes/" + name)
        .json()
        .get("timeline")
        .forEach(event -> kinds.add(event.get("kind").asString()));
    return kinds;
  }
}
