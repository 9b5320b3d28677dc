package dev.interlock.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server refuses, and what is no server at all: the words, the exit code, no secret. */
class RefusalTest {

  private static final String SECRET = "ilk_0123456789abcdef";
  private static final String SHOW = "GET /changes/x";

  private final StubServer server = StubServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  private static CliRun show(String address, String... more) {
    return run(SECRET, address, more);
  }

  private static CliRun run(String token, String address, String... more) {
    var words = new ArrayList<>(List.of("changes", "show", "x"));
    words.add("--server=" + address);
    words.addAll(List.of(more));
    CliRun run = CliRun.with(Map.of("INTERLOCK_TOKEN", token), words.toArray(String[]::new));
    assertThat(run.out() + run.err()).doesNotContain("0123456789");
    return run;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | 2 | CLI036 | the body is odd",
        "401 | 2 | CLI033 | does not know the token",
        "403 | 2 | CLI034 | the body is odd",
        "404 | 2 | CLI035 | the body is odd",
        "409 | 2 | CLI036 | the body is odd",
        "412 | 2 | CLI036 | read it again",
        "413 | 2 | CLI037 | the body is odd",
        "422 | 2 | CLI036 | the body is odd",
        "428 | 2 | CLI036 | read it again",
        "429 | 3 | CLI038 | asked too often",
        "500 | 3 | CLI038 | answers 500: the body is odd",
        "503 | 3 | CLI038 | answers 503: the body is odd",
        "418 | 3 | CLI039 | nothing that an Interlock server",
      })
  void each_refusal_has_its_words_and_its_exit_code(
      int status, int exit, String code, String words) {
    server.problem(SHOW, status, "{\"detail\":\"the body is odd\",\"status\":" + status + "}");
    CliRun run = show(server.url());
    assertThat(run.exit()).as(run.err()).isEqualTo(exit);
    assertThat(run.err()).contains(words, "[" + code + "]");
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"401,2", "404,2", "502,3", "504,3"})
  void something_on_the_way_refuses_in_its_own_form(int status, int exit) {
    server.other(SHOW, status, "<h1>gateway</h1>", Map.of());
    CliRun run = show(server.url());
    assertThat(run.exit()).as(run.err()).isEqualTo(exit);
    assertThat(run.err()).doesNotContain("<h1>");
  }

  @Test
  void the_servers_own_code_hint_and_places_are_shown() {
    server.problem(
        SHOW,
        422,
        """
        {"detail":"d","code":"CHG003","problems":[
          {"code":"CHG003","place":"c.yaml:4:9","message":"no such environment","hint":"it has: a"},
          {"code":"CHG004","place":"c.yaml","message":"no way back","hint":null}]}
        """);
    assertThat(show(server.url()).err())
        .isEqualTo(
            """
            c.yaml:4:9: error: no such environment [CHG003]
              hint: it has: a
            c.yaml: error: no way back [CHG004]
            """);
  }

  @Test
  void an_answer_that_is_none_is_a_fault() {
    server.other(SHOW, 200, "<html>sign in</html>", Map.of());
    assertThat(show(server.url()).exit()).isEqualTo(3);
    server.json("GET /changes/y", "{\"change\":{}}");
    server.json(SHOW, "{\"change\":{}}");
    CliRun run = show(server.url(), "--debug");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("[CLI039]");
  }

  @Test
  void a_redirect_takes_the_token_nowhere() {
    try (StubServer elsewhere = StubServer.start()) {
      String there = elsewhere.url() + "/api/v1/changes/x";
      server.other(SHOW, 302, "", Map.of("Location", there));
      CliRun run = show(server.url());
      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.err()).contains("sends elsewhere: " + there);
      assertThat(elsewhere.asked()).isEmpty();
    }
  }

  @Test
  void the_token_is_sent_as_it_is() {
    show(server.url() + "/");
    assertThat(server.asked()).containsExactly(new StubServer.Asked(SHOW, "Bearer " + SECRET, ""));
  }

  @Test
  void nobody_there_is_a_fault() {
    server.close();
    CliRun run = show(server.url(), "--debug");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("cannot reach the server", "nothing listens there", "[CLI032]");
    CliRun nowhere = show("https://interlock.invalid");
    assertThat(nowhere.exit()).isEqualTo(3);
    assertThat(nowhere.err()).contains("there is no such machine");
  }

  @ParameterizedTest
  @CsvSource({
    "http://interlock.invalid,would show the token",
    "http://127.0.0.1.example.com,would show the token",
    "http://10.0.0.1:8080,would show the token",
    "https://user:0123456789@interlock.invalid,holds a name or a password",
    "ftp://interlock.invalid,no address of a server",
    "interlock.invalid,no address of a server",
    "https://interlock.invalid/?a=b,no address of a server",
    "https:///x,no address of a server",
    "'https://a b',no address of a server",
  })
  void an_address_that_cannot_be_used_is_refused(String address, String words) {
    CliRun run = show(address);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains(words, "[CLI030]");
  }

  @Test
  void another_machine_is_asked_in_the_clear_only_when_that_is_said() {
    CliRun run = show("http://interlock.invalid", "--insecure");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("[CLI032]");
    assertThat(ServerAddress.parse("http://[::1]:8080/", false).base())
        .isEqualTo("http://[::1]:8080");
  }

  @Test
  void a_token_that_is_missing_or_cannot_be_one_is_never_shown() {
    assertThat(run("", server.url()).err()).contains("is missing", "[CLI031]");
    CliRun broken = run("0123456789\r\nX-Other: 1", server.url(), "--debug");
    assertThat(broken.exit()).isEqualTo(2);
    assertThat(broken.err()).contains("can't be a token");
    assertThat(server.asked()).isEmpty();
  }
}
