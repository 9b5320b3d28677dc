package dev.interlock.server.security;

import dev.interlock.server.security.events.SecurityEvent;
import dev.interlock.server.security.events.SecurityEvent.Kind;
import dev.interlock.server.security.events.SecurityEvents;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Tells the ledger what happened in a request. */
public final class Happenings {

  private final SecurityEvents events;
  private final RouteRules routes;
  private final InstantSource clock;

  /** Tells it to these. */
  public Happenings(SecurityEvents events, RouteRules routes, InstantSource clock) {
    this.events = events;
    this.routes = routes;
    this.clock = clock;
  }

  /** Something happened to or by whoever is signed in; {@code account} where nobody is yet. */
  public void tell(HttpServletRequest request, Kind kind, @Nullable String account, String detail) {
    tell(request, kind, account, Set.of(), detail);
  }

  /** An administrative act of whoever is signed in. */
  public void administered(HttpServletRequest request, SignedIn by, String what) {
    tell(request, Kind.ADMINISTERED, by.account(), Set.of(AccountRole.ADMINISTRATOR), what);
  }

  /** Somebody signs out. */
  void left(
      HttpServletRequest request, HttpServletResponse response, @Nullable Authentication account) {
    if (account != null) {
      tell(request, Kind.SIGNED_OUT, account.getName(), Set.of(), "in a browser");
    }
  }

  void used(HttpServletRequest request, SignedIn by, RouteRule rule) {
    tell(request, Kind.ROLE_USED, by.account(), rule.used(by), means(by));
  }

  void refused(HttpServletRequest request, String why) {
    tell(request, Kind.REFUSED, account(request), Set.of(), why);
  }

  private void tell(
      HttpServletRequest request,
      Kind kind,
      @Nullable String account,
      Set<AccountRole> roles,
      String detail) {
    String person = RouteAccess.signedIn(request).map(SignedIn::person).orElse(null);
    events.record(
        new SecurityEvent(
            clock.instant(),
            kind,
            account,
            person,
            request.getRemoteAddr(),
            route(request),
            roles,
            detail));
  }

  /** Who sent it, even where it was refused before the table was asked. */
  private static @Nullable String account(HttpServletRequest request) {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    return RouteAccess.signedIn(request)
        .map(SignedIn::account)
        .orElseGet(() ->
            known == null || known instanceof AnonymousAuthenticationToken
                ? null
                : known.getName());
  }

  private static String means(SignedIn by) {
    return by.token() == null ? "in a browser" : "with the token " + by.token();
  }

  /** As the table has it: what somebody typed stays out of the ledger. */
  private String route(HttpServletRequest request) {
    return routes
        .find(request.getMethod(), RouteAccess.path(request))
        .map(rule -> request.getMethod() + " " + rule.path().getPatternString())
        .orElse("a route that does not exist");
  }
}
