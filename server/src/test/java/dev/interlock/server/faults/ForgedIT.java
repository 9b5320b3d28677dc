package dev.interlock.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.server.Browser;
import dev.interlock.server.SampleChange;
import dev.interlock.server.SharedServer;
import dev.interlock.server.TestServer;
import dev.interlock.server.api.ApiClient;
import dev.interlock.server.security.AccountRole;
import dev.interlock.server.security.tokens.ApiToken;
import dev.interlock.server.security.tokens.TokenSecret;
import dev.interlock.server.security.tokens.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tokens, sessions and secrets of forms that somebody made up or took from somebody else. */
@ExtendWith(SharedServer.class)
class ForgedIT {

  private static final String OWNER = "forged-owner";
  private static final String ASKED = "/api/v1/changes";

  private static TestServer server;
  private static Raw raw;
  private static String secret;

  @BeforeAll
  static void start(TestServer shared) {
    server = shared;
    raw = new Raw(server.running().url());
    secret = ApiClient.of(server, OWNER).authorization().substring("Bearer ".length());
  }

  @Test
  void no_token_but_a_real_one_counts() {
    assertThat(status("Bearer " + secret)).isEqualTo(200);
    forged().forEach((what, header) -> assertThat(status(header)).as(what).isEqualTo(401));
  }

  private static Map<String, String> forged() {
    Map<String, String> all = new LinkedHashMap<>();
    String last = secret.substring(0, secret.length() - 1);
    all.put("truncated", "Bearer " + last);
    all.put("another last letter", "Bearer " + last + (secret.endsWith("0") ? "1" : "0"));
    all.put("longer", "Bearer " + secret + "0");
    all.put("without its beginning", "Bearer " + secret.substring(4));
    all.put("in capitals", "Bearer " + secret.toUpperCase(java.util.Locale.ROOT));
    all.put("twice", "Bearer " + secret + "," + secret);
    all.put("its hash", "Bearer ilk_" + Base64.getEncoder().encodeToString(new byte[32]));
    all.put("random", "Bearer " + TokenSecret.random());
    all.put("nothing", "Bearer ");
    all.put("a prefix", "Bearer ilk_");
    all.put("anything", "Bearer ilk_%' or '1'='1");
    all.put("no algorithm", "Bearer " + jwt("{\"alg\":\"none\"}", ""));
    all.put("a junk signature", "Bearer " + jwt("{\"alg\":\"RS256\"}", "anVuaw"));
    all.put("its own key", "Bearer " + jwt("{\"alg\":\"HS256\",\"jwk\":{\"k\":\"AA\"}}", "AA"));
    all.put("a password", "Basic " + base64("admin:" + server.password()));
    all.put("another scheme", "Token " + secret);
    all.put("expired", "Bearer " + kept(Duration.ofDays(-2), Duration.ofDays(-1)));
    all.put("revoked", "Bearer " + revoked());
    return all;
  }

  private static String jwt(String head, String signature) {
    String claims = "{\"sub\":\"admin\",\"roles\":[\"administrator\"],\"exp\":9999999999}";
    return base64(head) + "." + base64(claims) + "." + signature;
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String kept(Duration from, Duration until) {
    String made = TokenSecret.random();
    server.bean(Tokens.class).add(token(UUID.randomUUID(), from, until), made);
    return made;
  }

  private static String revoked() {
    UUID id = UUID.randomUUID();
    String made = TokenSecret.random();
    server.bean(Tokens.class).add(token(id, Duration.ZERO, Duration.ofDays(1)), made);
    assertThat(server.bean(Tokens.class).revoke(OWNER, id)).isTrue();
    return made;
  }

  private static ApiToken token(UUID id, Duration from, Duration until) {
    Instant now = server.bean(InstantSource.class).instant();
    Set<AccountRole> roles = EnumSet.allOf(AccountRole.class);
    return new ApiToken(
        id, OWNER, "forged", roles, Set.of(), now.plus(from), now.plus(until), null, null);
  }

  @Test
  void nobody_ends_the_token_of_somebody_else() {
    Browser other = server.person("maintenance-lead", List.of(AccountRole.REQUESTER));
    UUID id = UUID.randomUUID();
    String made = TokenSecret.random();
    server.bean(Tokens.class).add(token(id, Duration.ZERO, Duration.ofDays(1)), made);

    int status =
        other.submit("/account", "/account/tokens/" + id + "/revoke", Map.of()).statusCode();

    assertThat(status).isEqualTo(422);
    assertThat(status("Bearer " + made)).isEqualTo(200);
  }

  @Test
  void no_session_but_a_real_one_counts() {
    Browser browser = server.person("forged-session", List.of(AccountRole.REQUESTER));
    String real = browser.session();
    assertThat(session(real)).isEqualTo(200);
    String id = new String(Base64.getDecoder().decode(real), StandardCharsets.UTF_8);
    for (String made :
        List.of(
            id,
            "",
            "%00",
            base64("../" + id),
            base64(UUID.randomUUID().toString()),
            base64("\u0000"),
            base64("' or '1'='1"),
            real + "x",
            "=" + real,
            base64("x".repeat(3000)),
            new StringBuilder(real).reverse().toString())) {
      assertThat(session(made)).as(made).isEqualTo(401);
    }
    browser.submit("/account", "/logout", Map.of());
    assertThat(session(real)).as("after it was left").isEqualTo(401);
  }

  private static int session(String value) {
    return raw.get(ASKED, "Cookie: interlock=" + value).status();
  }

  @Test
  void a_session_that_somebody_planted_is_not_the_one_that_is_signed_in() {
    Browser browser = server.browser();
    browser.get("/sign-in", "Accept", "text/html");
    String planted = browser.session();
    server.person("planted", List.of(AccountRole.REQUESTER));
    browser.signIn("planted", "planted");

    assertThat(session(planted)).isEqualTo(401);
    assertThat(session(browser.session())).isEqualTo(200);
  }

  @Test
  void no_secret_of_a_form_but_ones_own_counts() {
    Browser own = server.person("own-forms", List.of(AccountRole.REQUESTER));
    Browser other = server.person("other-forms", List.of(AccountRole.REQUESTER));
    String taken = Browser.secret(other.get("/account", "Accept", "text/html").body());
    String real = Browser.secret(own.get("/account", "Accept", "text/html").body());
    for (String made :
        List.of(taken, "", "null", real.substring(1), real + "A", "\u0000", "é", base64("junk"))) {
      var answer = own.form("/changes/explain", Map.of("_csrf", made));
      assertThat(answer.statusCode()).as(made).isEqualTo(403);
      assertThat(answer.body()).contains("This form is out of date");
    }
    assertThat(own.form("/changes/explain", Map.of()).statusCode()).isEqualTo(403);
    assertThat(own.form("/changes/explain", Map.of("_csrf", real)).statusCode()).isEqualTo(200);
  }

  @Test
  void a_program_cannot_act_in_the_name_of_the_session_that_comes_along() {
    Browser person = server.person("release-manager", List.of(AccountRole.APPROVER));
    String cookie = "Cookie: interlock=" + person.session();
    String path = ASKED + "/" + SampleChange.NAME + "/approvals";
    for (String header :
        List.of("Authorization: Bearer junk", "Authorization: Bearer " + secret, "X-A: b")) {
      var reply =
          raw.send(
              "POST " + path + " HTTP/1.1",
              List.of(cookie, header, "Content-Type: application/json", "If-Match: x"),
              "{\"role\":\"release-manager\",\"answer\":\"APPROVE\"}"
                  .getBytes(StandardCharsets.UTF_8));
      assertThat(reply.status()).as(header).isIn(401, 403);
    }
  }

  private static int status(String authorization) {
    return raw.get(ASKED, "Authorization: " + authorization).status();
  }
}
