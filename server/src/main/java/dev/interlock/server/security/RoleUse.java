package dev.interlock.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps that somebody uses a role, before it is used. Where that can't be kept, nothing is done.
 */
final class RoleUse extends OncePerRequestFilter {

  private final Happenings happenings;

  RoleUse(Happenings happenings) {
    this.happenings = happenings;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws ServletException, IOException {
    Optional<RouteRule> rule = RouteAccess.rule(request).filter(RouteRule::kept);
    Optional<SignedIn> account = RouteAccess.signedIn(request);
    if (rule.isPresent() && account.isPresent()) {
      happenings.used(request, account.get(), rule.get());
    }
    rest.doFilter(request, response);
  }
}
