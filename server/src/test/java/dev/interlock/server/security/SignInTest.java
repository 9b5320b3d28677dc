package dev.interlock.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.server.Browser;
import dev.interlock.server.TestServer;
import dev.interlock.server.security.signin.Attempts;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in with name and password. */
@Tag("slow")
class SignInTest {

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
  void a_page_leads_to_sign_in_and_from_there_to_the_page() {
    Browser browser = server.browser();
    HttpResponse<String> asked = browser.get("/password", "Accept", "text/html");
    assertThat(asked.statusCode()).isEqualTo(302);
    String location = asked.headers().firstValue("Location").orElse("");
    assertThat(location).endsWith("/sign-in?to=%2Fpassword");

    browser.get("/sign-in?to=%2Fpassword", "Accept", "text/html");
    HttpResponse<String> in = browser.signIn("admin", server.password());

    assertThat(in.statusCode()).isEqualTo(302);
    assertThat(in.headers().firstValue("Location").orElse("")).endsWith("/password");
    assertThat(browser.get("/", "Accept", "text/html").statusCode()).isEqualTo(200);
  }

  @Test
  void a_way_to_another_site_is_not_followed() {
    Browser browser = server.browser();
    browser.get("/sign-in?to=%2F%2Fevil.example", "Accept", "text/html");

    HttpResponse<String> in = browser.signIn("admin", server.password());

    assertThat(in.headers().firstValue("Location").orElse("")).isEqualTo("/");
  }

  @Test
  void the_session_changes_its_number_and_its_cookie_is_out_of_reach_of_scripts() {
    Browser browser = server.browser();
    HttpResponse<String> page = browser.get("/sign-in", "Accept", "text/html");
    String before = browser.session();
    assertThat(page.headers().firstValue("Set-Cookie").orElse(""))
        .startsWith("interlock=")
        .contains("HttpOnly", "SameSite=Lax");

    browser.signIn("admin", server.password());

    assertThat(before).isNotEmpty();
    assertThat(browser.session()).isNotEmpty().isNotEqualTo(before);
  }

  @Test
  void a_wrong_password_and_an_unknown_name_hear_the_same() {
    String wrong = answer("admin", "not the password");
    String unknown = answer("nobody", "not the password");

    assertThat(wrong).contains("Name or password is wrong.").isEqualTo(unknown);
  }

  @Test
  void too_many_attempts_have_to_wait_whether_the_name_exists_or_not() {
    Browser browser = server.browser();
    for (int i = 0; i < Attempts.PER_ACCOUNT; i++) {
      browser.signIn("ghost", "guess " + i);
    }

    browser.signIn("ghost", "one more");
    HttpResponse<String> page = browser.get("/sign-in", "Accept", "text/html");

    assertThat(page.statusCode()).isEqualTo(429);
    assertThat(page.headers().firstValue("Retry-After")).isPresent();
    assertThat(page.body()).contains("Too many attempts");
  }

  @Test
  void a_form_without_its_secret_is_refused() {
    Browser browser = server.administrator();

    HttpResponse<String> answer = browser.form("/logout", Map.of());

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("This form is out of date");
    assertThat(browser.get("/", "Accept", "text/html").statusCode()).isEqualTo(200);
  }

  @Test
  void whoever_signs_out_is_out() {
    Browser browser = server.administrator();

    browser.submit("/password", "/logout", Map.of());

    assertThat(browser.get("/", "Accept", "text/html").statusCode()).isEqualTo(302);
  }

  private static String answer(String name, String password) {
    Browser browser = server.browser();
    browser.signIn(name, password);
    return browser
        .get("/sign-in", "Accept", "text/html")
        .body()
        .replaceAll("value=\"[^\"]*\"", "value");
  }
}
