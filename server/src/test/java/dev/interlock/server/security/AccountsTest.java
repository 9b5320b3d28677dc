package dev.interlock.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.server.Browser;
import dev.interlock.server.TestServer;
import dev.interlock.server.security.accounts.Account;
import dev.interlock.server.security.accounts.Accounts;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The administrator makes accounts for people of the estate. */
@Tag("slow")
class AccountsTest {

  private static final Pattern GIVEN = Pattern.compile("id=\"given\">([^<]+)<");
  private static final String OWN = "a password of my own";

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

  @Test
  void a_person_gets_an_account_and_chooses_a_password_before_anything_else() {
    String given = given(make("plant-manager-linz", "", "approver"));
    Browser browser = server.browser();
    browser.signIn("plant-manager-linz", given);

    HttpResponse<String> before = browser.get("/", "Accept", "text/html");
    browser.submit("/password", "/password", Map.of("now", given, "wanted", OWN, "again", OWN));

    assertThat(before.headers().firstValue("Location")).hasValue("/password");
    assertThat(browser.get("/", "Accept", "text/html").statusCode()).isEqualTo(200);
    assertThat(browser.get("/account", "Accept", "text/html").body())
        .contains("Plant manager Linz", "<dd>plant-manager-linz</dd>", "approver");
    assertThat(administrator.get("/accounts", "Accept", "text/html").body()).doesNotContain(given);
  }

  @ParameterizedTest
  @CsvSource({
    "nobody-of-the-estate, '', viewer, There is no such person in the estate.",
    "'', '', viewer, 'Choose a person, or give a name to sign in with.'",
    "'', a/b, viewer, A name to sign in with has letters",
    "'', oidc:1, viewer, A name to sign in with has letters",
    "'', someone, '', Tick at least one role.",
    "'', someone, chief, There is no such role.",
    "'', ADMIN, viewer, There is an account with that name already."
  })
  void what_is_filled_in_wrongly_is_told(String person, String login, String role, String why) {
    HttpResponse<String> answer = make(person, login, role);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains(why).doesNotContain("id=\"given\"");
  }

  @Test
  void a_closed_account_is_out_at_once_and_can_be_opened_again() {
    String given = given(make("", "short-stay", "viewer"));
    Browser browser = server.browser();
    browser.signIn("short-stay", given);

    administrator.submit("/accounts", "/accounts/short-stay/close", Map.of());
    int closed = browser.get("/account", "Accept", "text/html").statusCode();
    browser.signIn("short-stay", given);
    int again = browser.get("/account", "Accept", "text/html").statusCode();
    administrator.submit("/accounts", "/accounts/short-stay/open", Map.of());
    browser.signIn("short-stay", given);

    assertThat(closed).isEqualTo(302);
    assertThat(again).isEqualTo(302);
    assertThat(browser.get("/account", "Accept", "text/html").statusCode()).isEqualTo(200);
  }

  @Test
  void a_new_password_ends_the_old_one_and_its_sessions() {
    String first = given(make("", "forgetful", "viewer"));
    Browser browser = server.browser();
    browser.signIn("forgetful", first);

    String second =
        given(administrator.submit("/accounts", "/accounts/forgetful/password", Map.of()));

    assertThat(second).isNotEqualTo(first);
    assertThat(browser.get("/account", "Accept", "text/html").statusCode()).isEqualTo(302);
    browser.signIn("forgetful", first);
    assertThat(browser.get("/account", "Accept", "text/html").statusCode()).isEqualTo(302);
  }

  @Test
  void roles_that_are_taken_away_count_at_once_but_not_from_oneself() {
    make("", "promoted", "viewer");
    administrator.submit("/accounts", "/accounts/promoted/roles", Map.of("roles", "auditor"));
    var own = administrator.submit("/accounts", "/accounts/admin/roles", Map.of("roles", "viewer"));
    var shut = administrator.submit("/accounts", "/accounts/admin/close", Map.of());

    assertThat(server.bean(Accounts.class).find("promoted").map(Account::roles).orElseThrow())
        .containsExactly(AccountRole.AUDITOR);
    assertThat(own.statusCode()).isEqualTo(422);
    assertThat(shut.statusCode()).isEqualTo(422);
    assertThat(administrator.get("/accounts", "Accept", "text/html").statusCode()).isEqualTo(200);
  }

  private static HttpResponse<String> make(String person, String login, String role) {
    return administrator.submit(
        "/accounts", "/accounts", Map.of("person", person, "login", login, "roles", role));
  }

  private static String given(HttpResponse<String> page) {
    Matcher found = GIVEN.matcher(page.body());
    assertThat(found.find()).as(page.body()).isTrue();
    return found.group(1);
  }
}
