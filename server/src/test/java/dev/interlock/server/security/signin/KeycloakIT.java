package dev.interlock.server.security.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.interlock.server.Browser;
import dev.interlock.server.TestServer;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People come in through a real Keycloak, with the roles of their groups. */
class KeycloakIT {

  private static final Path HOME = Path.of(System.getProperty("keycloak.home", "absent"));

  private static final Map<String, String> SETTINGS =
      Map.of(
          "interlock.oidc.client-id", "interlock",
          "interlock.oidc.client-secret", "a secret for the test",
          "interlock.oidc.roles.approver", "plant-managers",
          "interlock.oidc.roles.administrator", "head-office");

  @TempDir static Path data;

  private static Keycloak keycloak;
  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(
        Files.isDirectory(HOME), "Keycloak is not here; INTERLOCK_REQUIRE=all brings it along");
    keycloak = Keycloak.start(HOME, data.resolve("keycloak.log"));
    SETTINGS.forEach(System::setProperty);
    System.setProperty("interlock.oidc.issuer", keycloak.issuer());
    server = TestServer.start(data.resolve("server"));
  }

  @AfterAll
  static void stop() {
    SETTINGS.keySet().forEach(System::clearProperty);
    System.clearProperty("interlock.oidc.issuer");
    if (server != null) {
      server.close();
    }
    if (keycloak != null) {
      keycloak.close();
    }
  }

  @Test
  void a_group_gives_its_role_and_the_person_is_the_one_of_the_estate() {
    Browser browser = server.browser();

    HttpResponse<String> back = through(browser, "plant-manager-linz@corvane.example");

    assertThat(back.headers().firstValue("Location")).hasValue("/");
    assertThat(browser.get("/", "Accept", "text/html").statusCode()).isEqualTo(200);
    assertThat(browser.get("/account", "Accept", "text/html").body())
        .contains("Plant manager Linz", "<dd>plant-manager-linz</dd>", "approver");
    assertThat(browser.get("/accounts", "Accept", "text/html").statusCode()).isEqualTo(403);
  }

  @Test
  void somebody_in_no_group_that_counts_stays_out() {
    Browser browser = server.browser();

    HttpResponse<String> back = through(browser, "cook@corvane.example");

    assertThat(back.headers().firstValue("Location")).hasValue("/sign-in");
    HttpResponse<String> page = browser.get("/sign-in", "Accept", "text/html");
    assertThat(page.statusCode()).isEqualTo(401);
    assertThat(page.body()).contains("none of your groups has a role here");
    assertThat(browser.get("/", "Accept", "text/html").statusCode()).isEqualTo(302);
  }

  @Test
  void signing_out_ends_the_session_at_the_provider_too() {
    Browser browser = server.browser();
    through(browser, "plant-manager-linz@corvane.example");
    String again = away(server.browser());
    assertThat(keycloak.again(again).statusCode()).as("lets in without asking").isEqualTo(302);

    HttpResponse<String> out = browser.submit("/account", "/logout", Map.of());

    String end = out.headers().firstValue("Location").orElseThrow();
    assertThat(end)
        .startsWith(keycloak.issuer() + "/protocol/openid-connect/logout?")
        .contains("id_token_hint=", "post_logout_redirect_uri=");
    assertThat(browser.get("/", "Accept", "text/html").statusCode()).isEqualTo(302);
    assertThat(keycloak.again(end).headers().firstValue("Location"))
        .hasValue(server.running().url() + "/sign-in");
    assertThat(keycloak.again(again).body()).contains("type=\"password\"");
  }

  @Test
  void an_answer_that_nobody_asked_for_is_not_believed() {
    Browser browser = server.browser();

    var back = browser.get("/login/oauth2/code/oidc?code=stolen&state=guessed");

    assertThat(back.headers().firstValue("Location")).hasValue("/sign-in");
    assertThat(browser.get("/", "Accept", "text/html").statusCode()).isEqualTo(302);
  }

  @Test
  void nobody_has_a_password_here() {
    assertThat(server.said()).noneMatch(line -> line.contains("password"));
    assertThat(server.browser().get("/sign-in", "Accept", "text/html").body())
        .contains("/oauth2/authorization/oidc")
        .doesNotContain("type=\"password\"");
  }

  /** The whole way: to Keycloak, its form, and back. */
  private static HttpResponse<String> through(Browser browser, String name) {
    URI back = keycloak.signIn(away(browser), name, "open sesame");
    return browser.get(back.getRawPath() + "?" + back.getRawQuery());
  }

  private static String away(Browser browser) {
    return browser.get("/oauth2/authorization/oidc").headers().firstValue("Location").orElseThrow();
  }
}
