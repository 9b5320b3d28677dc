package dev.interlock.server.security.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session in which nobody does anything any more. What an open page asks for by itself is no
 * doing: otherwise a console that is left open would keep its session for ever.
 */
public final class IdleSessions extends OncePerRequestFilter {

  /** When somebody last did something, in milliseconds; in the session. */
  public static final String LAST_ACT = "interlock.last-act";

  /** With which a page marks what it asks for by itself. */
  public static final String BACKGROUND = "X-Interlock-Background";

  private static final Set<String> ALWAYS_BACKGROUND = Set.of("/events", "/board/tiles");

  /** Written down that often at most: each time costs a write to the database. */
  private static final Duration OFTEN = Duration.ofMinutes(1);

  private final InstantSource clock;

  /** By this clock. */
  public IdleSessions(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    if (session != null) {
      look(session, isBackground(request));
    }
    rest.doFilter(request, response);
  }

  private void look(HttpSession session, boolean background) {
    Instant now = clock.instant();
    if (!(session.getAttribute(LAST_ACT) instanceof Long last)) {
      session.setAttribute(LAST_ACT, now.toEpochMilli());
      return;
    }
    Duration idle = Duration.between(Instant.ofEpochMilli(last), now);
    if (idle.toSeconds() >= session.getMaxInactiveInterval()) {
      session.invalidate();
    } else if (!background && idle.compareTo(OFTEN) >= 0) {
      session.setAttribute(LAST_ACT, now.toEpochMilli());
    }
  }

  private static boolean isBackground(HttpServletRequest request) {
    return ALWAYS_BACKGROUND.contains(request.getRequestURI())
        || (request.getMethod().equals("GET") && request.getHeader(BACKGROUND) != null);
  }
}
