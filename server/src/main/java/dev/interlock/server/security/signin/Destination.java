package dev.interlock.server.security.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/** The page somebody wanted when they were sent to sign in. Never leads to another site. */
final class Destination {

  private static final String ATTRIBUTE = "interlock.to";
  private static final int LONGEST = 2_000;

  private Destination() {}

  static void keep(HttpSession session, @Nullable String path) {
    if (path != null && isOurs(path)) {
      session.setAttribute(ATTRIBUTE, path);
    }
  }

  static String take(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    Object kept = session == null ? null : session.getAttribute(ATTRIBUTE);
    if (session != null) {
      session.removeAttribute(ATTRIBUTE);
    }
    return request.getContextPath() + (kept instanceof String path ? path : "/");
  }

  /** A path on this server: browsers read {@code //} and a backslash as another host. */
  static boolean isOurs(String path) {
    return path.length() <= LONGEST
        && path.startsWith("/")
        && !path.startsWith("//")
        && path.chars().noneMatch(c -> c == '\\' || Character.isISOControl(c));
  }
}
