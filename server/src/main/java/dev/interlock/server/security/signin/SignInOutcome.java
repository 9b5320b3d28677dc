package dev.interlock.server.security.signin;

import dev.interlock.server.security.Happenings;
import dev.interlock.server.security.accounts.Accounts;
import dev.interlock.server.security.events.SecurityEvent.Kind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfToken;

/** What follows when somebody came in, or did not. */
public final class SignInOutcome
    implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

  static final String TROUBLE = "interlock.trouble";
  static final String UNTIL = "interlock.until";

  /** Signed in that long without doing anything, one is signed out; before it is far shorter. */
  private static final int EIGHT_HOURS = 28_800;

  private final Happenings happenings;
  private final Accounts accounts;

  /** Tells these what happened. */
  public SignInOutcome(Happenings happenings, Accounts accounts) {
    this.happenings = happenings;
    this.accounts = accounts;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    happenings.tell(request, Kind.SIGNED_IN, authentication.getName(), "in a browser");
    request.getSession().setMaxInactiveInterval(EIGHT_HOURS);
    makeSecret(request);
    response.sendRedirect(Destination.take(request));
  }

  /**
   * The secret of the session's forms is made before anybody else knows the session: made by the
   * first page, two that open together would each make one, and only the last would count.
   */
  private static void makeSecret(HttpServletRequest request) {
    if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken secret) {
      secret.getToken();
    }
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    HttpSession session = request.getSession();
    if (why instanceof TooManyAttempts wait) {
      session.setAttribute(UNTIL, wait.until());
      session.setAttribute(TROUBLE, "Too many attempts. Wait, then try again.");
    } else {
      session.setAttribute(TROUBLE, sentence(why));
    }
    happenings.tell(request, Kind.SIGN_IN_REFUSED, known(request), why.getClass().getSimpleName());
    response.sendRedirect(request.getContextPath() + "/sign-in");
  }

  private static String sentence(AuthenticationException why) {
    if (why instanceof OAuth2AuthenticationException oauth) {
      return oauth.getError().getErrorCode().equals(OidcPeople.NO_ROLE)
          ? "You are known, but none of your groups has a role here. Ask an administrator."
          : "The identity provider did not let you in. Try again.";
    }
    return "Name or password is wrong.";
  }

  /** The account's name if there is one: what else was typed may be a password. */
  private @Nullable String known(HttpServletRequest request) {
    String typed = request.getParameter("username");
    if (typed == null || typed.chars().anyMatch(Character::isISOControl)) {
      return null;
    }
    String name = typed.strip().toLowerCase(Locale.ROOT);
    return accounts.find(name).isPresent() ? name : null;
  }
}
