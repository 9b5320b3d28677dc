package dev.interlock.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of routes: what is not in it is closed, and the most exact line wins. */
class RouteRulesTest {

  private static final RouteRules RULES =
      RouteRules.parse(
          """
          GET  /changes/**         viewer           # reading
          POST /changes/{name}     requester
          GET  /changes/secret     auditor,administrator  people
          ANY  /error              everybody
          """);

  @ParameterizedTest
  @CsvSource({
    "GET, /changes/a, VIEWER",
    "HEAD, /changes/a, VIEWER",
    "GET, /changes/a/b, VIEWER",
    "GET, /changes/secret, AUDITOR",
    "POST, /changes/a, REQUESTER"
  })
  void the_most_exact_line_wins(String method, String path, AccountRole role) {
    assertThat(RULES.find(method, path).orElseThrow().roles()).contains(role);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /changes/a/b",
    "DELETE, /changes/a",
    "TRACE, /changes/a",
    "GET, /change",
    "GET, /CHANGES/a",
    "GET, //changes/a",
    "GET, /error/x"
  })
  void what_is_not_in_the_table_has_no_rule(String method, String path) {
    assertThat(RULES.find(method, path)).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /a | expected METHOD PATH WHO",
        "GET /a chief | there is no role \"chief\"",
        "GET /a viewer robots | expected METHOD PATH WHO"
      })
  void a_line_that_cannot_be_read_is_named(String line, String why) {
    assertThatThrownBy(() -> RouteRules.parse("# a table\n" + line))
        .hasMessageContaining("routes.txt:2: ")
        .hasMessageContaining(why);
  }

  @Test
  void the_table_that_comes_along_can_be_read() {
    assertThat(RouteRules.shipped().all()).isNotEmpty();
  }
}
