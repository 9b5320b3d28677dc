package dev.interlock.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.server.Browser;
import dev.interlock.server.TestServer;
import java.net.http.HttpHeaders;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of answer tells browsers what it may do, and failures are told in words. */
@Tag("slow")
class HeadersTest {

  @TempDir static Path data;

  private static TestServer server;
  private static Browser administrator;

  @BeforeAll
  static void start() {
    server = TestServer.start(data);
    administrator = server.administrator();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/, 200",
    "/assets/access.css, 200",
    "/no-such-page, 404",
    "/api/v1/no-such-thing, 404",
    "/error, 404",
    "/actuator/health, 200",
    "/actuator/env, 404"
  })
  void an_answer_carries_the_headers(String path, int status) {
    var answer = administrator.get(path, "Accept", "text/html,*/*;q=0.8");

    assertThat(answer.statusCode()).isEqualTo(status);
    guarded(answer.headers());
    assertThat(answer.body()).doesNotContain("Exception", "\tat ");
  }

  @Test
  void an_address_that_climbs_out_is_refused() {
    var answer = administrator.get("/%2e%2e/etc/passwd");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).doesNotContain("Tomcat", "Exception", "root:");
  }

  @Test
  void a_refusal_carries_the_headers_and_says_so_in_words() {
    var page = server.browser().get("/", "Accept", "text/html");
    var api = server.browser().get("/api/v1/changes", "Accept", "application/json");
    var metrics = server.browser().get("/actuator/prometheus");

    assertThat(page.statusCode()).isEqualTo(302);
    assertThat(api.statusCode()).isEqualTo(401);
    assertThat(api.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(api.body()).contains("\"status\":401", "a token that still counts");
    assertThat(metrics.statusCode()).isEqualTo(401);
    guarded(page.headers());
    guarded(api.headers());
    guarded(metrics.headers());
  }

  @Test
  void what_is_not_there_and_what_has_no_rule_look_alike() {
    String missing = administrator.get("/no-such-page", "Accept", "text/html").body();

    assertThat(missing).contains("There is no such page");
    assertThat(administrator.get("/actuator/env", "Accept", "text/html").body()).isEqualTo(missing);
  }

  private static void guarded(HttpHeaders headers) {
    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'", "script-src 'self'", "style-src 'self'")
        .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
        .doesNotContain("unsafe");
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
    assertThat(headers.firstValue("Permissions-Policy")).isPresent();
    assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
  }
}
