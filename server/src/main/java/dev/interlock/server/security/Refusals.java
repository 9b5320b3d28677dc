package dev.interlock.server.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** What somebody hears who may not: sign in first, not with your role, or no such page. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

  private final Happenings happenings;

  Refusals(Happenings happenings) {
    this.happenings = happenings;
  }

  /** Nobody is signed in. */
  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    if (asksForPage(request)) {
      response.sendRedirect(request.getContextPath() + "/sign-in" + wanted(request));
      return;
    }
    happenings.refused(request, "nobody is signed in");
    response.setHeader("WWW-Authenticate", "Bearer");
    response.sendError(
        HttpServletResponse.SC_UNAUTHORIZED, "Sign in, or send a token that still counts.");
  }

  /** Somebody is, and may not. */
  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    if (why instanceof CsrfException) {
      happenings.refused(request, "a form without its secret");
      response.sendError(
          HttpServletResponse.SC_FORBIDDEN,
          "This form is out of date. Load the page anew and send it again.");
      return;
    }
    SignedIn account = RouteAccess.signedIn(request).orElse(null);
    if (account != null && account.mustChangePassword() && asksForPage(request)) {
      response.sendRedirect(request.getContextPath() + "/password");
      return;
    }
    boolean exists = RouteAccess.rule(request).isPresent();
    happenings.refused(request, exists ? "the role is not enough" : "no such route");
    if (exists) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN, sentence(account));
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private static String sentence(@Nullable SignedIn account) {
    if (account == null) {
      return "Your account is closed. Ask an administrator.";
    }
    return account.mustChangePassword()
        ? "Choose a password of your own first."
        : "Your role does not allow this. Ask an administrator for it.";
  }

  private static boolean asksForPage(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return request.getMethod().equals("GET")
        && !path.startsWith("/api/")
        && request.getHeader("HX-Request") == null
        && (takesHtml(request) || (path.equals("/") && request.getHeader("Authorization") == null));
  }

  private static boolean takesHtml(HttpServletRequest request) {
    return String.valueOf(request.getHeader("Accept")).contains("text/html");
  }

  private static String wanted(HttpServletRequest request) {
    String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
    String path = request.getRequestURI().substring(request.getContextPath().length()) + query;
    return path.equals("/") ? "" : "?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
  }
}
