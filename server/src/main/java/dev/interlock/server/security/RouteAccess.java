package dev.interlock.server.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Lets a request through when the table of routes says so. */
final class RouteAccess implements AuthorizationManager<RequestAuthorizationContext> {

  private static final String RULE = RouteRule.class.getName();
  private static final String SIGNED_IN = SignedIn.class.getName();

  private final RouteRules rules;
  private final CurrentAccess access;

  RouteAccess(RouteRules rules, CurrentAccess access) {
    this.rules = rules;
    this.access = access;
  }

  @Override
  public AuthorizationResult authorize(
      Supplier<? extends @Nullable Authentication> authentication,
      RequestAuthorizationContext context) {
    HttpServletRequest request = context.getRequest();
    Optional<RouteRule> rule = rules.find(request.getMethod(), path(request));
    rule.ifPresent(found -> request.setAttribute(RULE, found));
    if (rule.filter(r -> r.who() == RouteRule.Who.EVERYBODY).isPresent()) {
      return new AuthorizationDecision(true);
    }
    Optional<SignedIn> account = Optional.ofNullable(authentication.get()).flatMap(access::of);
    account.ifPresent(known -> request.setAttribute(SIGNED_IN, known));
    return new AuthorizationDecision(
        rule.isPresent() && account.filter(a -> may(rule.get(), a)).isPresent());
  }

  private static boolean may(RouteRule rule, SignedIn account) {
    boolean free = !account.mustChangePassword() || rule.who() == RouteRule.Who.SIGNED_IN;
    return free && rule.admits(account);
  }

  /** The rule that holds for the request; empty when the table has none. */
  static Optional<RouteRule> rule(HttpServletRequest request) {
    return Optional.ofNullable((RouteRule) request.getAttribute(RULE));
  }

  /** Who sent it; empty when nobody is signed in. */
  static Optional<SignedIn> signedIn(HttpServletRequest request) {
    return Optional.ofNullable((SignedIn) request.getAttribute(SIGNED_IN));
  }

  static String path(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }
}
