package dev.interlock.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.server.Browser;
import dev.interlock.server.TestServer;
import dev.interlock.server.security.accounts.Account;
import dev.interlock.server.security.accounts.Accounts;
import dev.interlock.server.security.accounts.Passwords;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every route that is mapped, asked by nobody, by every role and by an account without one. */
@Tag("slow")
class RouteTableTest {

  private static final String PASSWORD = "a password for the test";
  private static final String NOBODY = "nobody";
  private static final String NO_ROLE = "none";

  @TempDir static Path data;

  private static TestServer server;
  private static final RouteRules RULES = RouteRules.shipped();
  private static final Map<String, Asker> ASKERS = new LinkedHashMap<>();

  /** Somebody with a browser: the roles are null for nobody, the secret is of their forms. */
  private record Asker(Browser browser, @Nullable SignedIn account, String secret) {}

  @BeforeAll
  static void start() {
    server = TestServer.start(data);
    Browser stranger = server.browser();
    ASKERS.put(NOBODY, new Asker(stranger, null, secret(stranger, "/sign-in")));
    ASKERS.put(NO_ROLE, asker(NO_ROLE, Set.of()));
    for (AccountRole role : AccountRole.values()) {
      ASKERS.put(role.word(), asker(role.word(), Set.of(role)));
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void every_route_has_a_rule() {
    assertThat(mapped())
        .hasSizeGreaterThan(5)
        .allSatisfy(route -> assertThat(rule(route)).as(route.toString()).isNotNull());
  }

  @Test
  void every_method_of_an_open_route_is_meant_to_be_open() {
    assertThat(RULES.all().stream().filter(r -> r.who() == RouteRule.Who.EVERYBODY))
        .extracting(r -> r.method() + " " + r.path())
        .containsExactlyInAnyOrder(
            "GET /sign-in",
            "POST /sign-in",
            "POST /api/v1/estate/webhook",
            "GET /oauth2/authorization/oidc",
            "GET /login/oauth2/code/oidc",
            "GET /assets/**",
            "GET /webjars/**",
            "GET /favicon.ico",
            "GET /favicon.svg",
            "GET /actuator/health/**",
            "ANY /error");
  }

  @ParameterizedTest(name = "{0} by {1}")
  @MethodSource("every_route_and_everybody")
  void the_table_is_kept(Route route, String who) {
    Asker asker = Objects.requireNonNull(ASKERS.get(who));
    int status =
        asker
            .browser()
            .status(route.method(), route.path(), "Accept", "*/*", "X-CSRF-TOKEN", asker.secret());

    if (admitted(route, asker)) {
      assertThat(status).isNotIn(401, 403);
    } else if (who.equals(NOBODY)) {
      // Whoever opens the address that the server prints is led to the page for signing in.
      assertThat(status).isEqualTo(route.toString().equals("GET /") ? 302 : 401);
    } else {
      assertThat(status).isEqualTo(403);
    }
  }

  static Stream<Arguments> every_route_and_everybody() {
    return mapped().stream()
        .flatMap(route -> ASKERS.keySet().stream().map(who -> Arguments.of(route, who)));
  }

  /** One address and what is done there; the variables of the path have some value. */
  record Route(String method, String path) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  private static boolean admitted(Route route, Asker asker) {
    RouteRule rule = rule(route);
    if (rule == null || rule.who() == RouteRule.Who.EVERYBODY) {
      return rule != null;
    }
    return asker.account() != null && rule.admits(asker.account());
  }

  private static @Nullable RouteRule rule(Route route) {
    return RULES.find(route.method(), route.path()).orElse(null);
  }

  private static Set<Route> mapped() {
    Set<Route> routes = new LinkedHashSet<>();
    server
        .running()
        .context()
        .getBeansOfType(RequestMappingInfoHandlerMapping.class)
        .values()
        .forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(i -> add(routes, i)));
    return routes;
  }

  private static void add(Set<Route> routes, RequestMappingInfo info) {
    var methods = info.getMethodsCondition().getMethods();
    for (String pattern : info.getPatternValues()) {
      String path = pattern.replaceAll("\\{[^}]*}", "some").replace("/**", "");
      if (methods.isEmpty()) {
        routes.add(new Route("GET", path));
        routes.add(new Route("POST", path));
      }
      methods.forEach(method -> routes.add(new Route(method.name(), path)));
    }
  }

  private static Asker asker(String name, Set<AccountRole> roles) {
    String hash = server.bean(Passwords.class).hash(PASSWORD);
    Account account = new Account(name, name, name, null, roles, hash, false, true, null);
    assertThat(server.bean(Accounts.class).add(account)).isTrue();
    Browser browser = server.browser();
    assertThat(browser.signIn(name, PASSWORD).statusCode()).isEqualTo(302);
    SignedIn known = new SignedIn(name, name, name, null, roles, Set.of(), null, false);
    return new Asker(browser, known, secret(browser, "/password"));
  }

  private static String secret(Browser browser, String page) {
    return Browser.secret(browser.get(page, "Accept", "text/html").body());
  }
}
