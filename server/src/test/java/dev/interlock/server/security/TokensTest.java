package dev.interlock.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.server.Browser;
import dev.interlock.server.TestServer;
import dev.interlock.server.security.accounts.Accounts;
import dev.interlock.server.security.tokens.ApiToken;
import dev.interlock.server.security.tokens.TokenSecret;
import dev.interlock.server.security.tokens.Tokens;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs come in with tokens: shown once, hashed, for some roles, for a time. */
@Tag("slow")
class TokensTest {

  private static final Pattern SECRET = Pattern.compile("id=\"secret\">([^<]+)<");

  @TempDir static Path data;

  private static TestServer server;
  private static Browser owner;

  @BeforeAll
  static void start() {
    server = TestServer.start(data);
    owner = server.administrator();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_token_lets_a_program_in_for_what_it_was_made_for() {
    String viewer = secret(make("reading", "viewer"));
    String operator = secret(make("watching", "operator"));

    assertThat(status("/", viewer)).isEqualTo(200);
    assertThat(status("/actuator/prometheus", viewer)).isEqualTo(403);
    assertThat(status("/actuator/prometheus", operator)).isEqualTo(200);
  }

  @Test
  void what_only_people_may_do_no_token_does() {
    String administrator = secret(make("too much", "administrator"));

    assertThat(status("/accounts", administrator)).isEqualTo(403);
    assertThat(status("/account", administrator)).isEqualTo(403);
    assertThat(
            server
                .browser()
                .status("POST", "/account/tokens", "Authorization", "Bearer " + administrator))
        .isEqualTo(403);
  }

  @Test
  void the_token_itself_is_nowhere_in_the_database_nor_on_a_later_page() {
    String secret = secret(make("hidden", "viewer"));

    String kept =
        Jdbi.create(server.bean(DataSource.class))
            .withHandle(h ->
                h.createQuery("SELECT string_agg(t::text, ' ') FROM server.api_token t")
                    .mapTo(String.class)
                    .one());
    assertThat(kept).contains("hidden").doesNotContain(secret, secret.substring(4));
    assertThat(owner.get("/account", "Accept", "text/html").body())
        .contains("hidden")
        .doesNotContain(secret);
  }

  @Test
  void a_revoked_token_is_none() {
    String secret = secret(make("short", "viewer"));
    ApiToken token =
        server.bean(Tokens.class).of("admin").stream()
            .filter(t -> t.label().equals("short"))
            .findFirst()
            .orElseThrow();

    var first = owner.submit("/account", "/account/tokens/" + token.id() + "/revoke", Map.of());
    var again = owner.submit("/account", "/account/tokens/" + token.id() + "/revoke", Map.of());

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(status("/", secret)).isEqualTo(401);
  }

  @Test
  void an_expired_a_forged_and_a_misspelt_token_are_none() {
    Instant now = server.bean(InstantSource.class).instant();
    String expired = TokenSecret.random();
    server.bean(Tokens.class).add(token("admin", now.minus(Duration.ofSeconds(1))), expired);

    assertThat(status("/", expired)).isEqualTo(401);
    assertThat(status("/", TokenSecret.random())).isEqualTo(401);
    assertThat(status("/", "ilk_' OR 1=1 --")).isEqualTo(401);
    assertThat(status("/", "eyJhbGciOiJub25lIn0.e30.")).isEqualTo(401);
  }

  @Test
  void a_token_never_does_more_than_its_owner_may_now() {
    String hash = "{noop}unused";
    Set<AccountRole> roles = Set.of(AccountRole.OPERATOR, AccountRole.VIEWER);
    Accounts accounts = server.bean(Accounts.class);
    accounts.add(
        new dev.interlock.server.security.accounts.Account(
            "robot", "robot", "Robot", null, roles, hash, false, true, null));
    String secret = TokenSecret.random();
    Instant later = server.bean(InstantSource.class).instant().plus(Duration.ofDays(1));
    server.bean(Tokens.class).add(token("robot", later), secret);

    int before = status("/actuator/prometheus", secret);
    accounts.roles("robot", Set.of(AccountRole.VIEWER));
    int demoted = status("/actuator/prometheus", secret);
    accounts.active("robot", false);
    int closed = status("/", secret);

    assertThat(before).isEqualTo(200);
    assertThat(demoted).isEqualTo(403);
    assertThat(closed).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 90, viewer, '', Say in a few words",
    "x, 0, viewer, '', A token counts for 1 to 365 days.",
    "x, 366, viewer, '', A token counts for 1 to 365 days.",
    "x, 90, '', '', Tick at least one role.",
    "x, 90, auditor, '', A token can&#39;t do more than you may.",
    "x, 90, viewer, no-such-place, There is no such environment."
  })
  void what_is_filled_in_wrongly_is_told(
      String label, String days, String role, String environment, String why) {
    HttpResponse<String> answer =
        owner.submit(
            "/account",
            "/account/tokens",
            Map.of("label", label, "days", days, "roles", role, "environments", environment));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains(why.replace("&#39;", "'")).doesNotContain("id=\"secret\"");
  }

  private static ApiToken token(String owner, Instant until) {
    Set<AccountRole> roles = Set.of(AccountRole.OPERATOR, AccountRole.VIEWER);
    Instant made = until.minus(Duration.ofDays(1));
    return new ApiToken(UUID.randomUUID(), owner, "test", roles, Set.of(), made, until, null, null);
  }

  private static HttpResponse<String> make(String label, String role) {
    return owner.submit(
        "/account", "/account/tokens", Map.of("label", label, "days", "7", "roles", role));
  }

  private static int status(String path, String secret) {
    return server.browser().status("GET", path, "Authorization", "Bearer " + secret);
  }

  private static String secret(HttpResponse<String> page) {
    Matcher found = SECRET.matcher(page.body());
    assertThat(found.find()).as(page.body()).isTrue();
    return found.group(1);
  }
}
