package dev.interlock.server.security.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Shows the page on which people sign in; {@link SignInOutcome} says how an attempt ended. */
@Controller
class SignInController {

  private final SignInSettings settings;
  private final InstantSource clock;

  SignInController(SignInSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @GetMapping("/sign-in")
  ModelAndView page(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable CsrfToken csrf,
      @RequestParam(required = false) @Nullable String to) {
    if (csrf == null) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "a token does not sign in here");
    }
    HttpSession session = request.getSession();
    Destination.keep(session, to);
    String trouble = (String) session.getAttribute(SignInOutcome.TROUBLE);
    Instant until = (Instant) session.getAttribute(SignInOutcome.UNTIL);
    session.removeAttribute(SignInOutcome.TROUBLE);
    session.removeAttribute(SignInOutcome.UNTIL);
    ZonedDateTime wait = until == null ? null : until.atZone(ZoneOffset.UTC);
    if (until != null) {
      response.setHeader("Retry-After", Long.toString(seconds(until)));
    }
    ModelAndView view =
        new ModelAndView("sign-in", "page", new SignInPage(csrf, !settings.oidc(), trouble, wait));
    view.setStatus(status(trouble, until));
    return view;
  }

  private static HttpStatus status(@Nullable String trouble, @Nullable Instant until) {
    if (until != null) {
      return HttpStatus.TOO_MANY_REQUESTS;
    }
    return trouble == null ? HttpStatus.OK : HttpStatus.UNAUTHORIZED;
  }

  private long seconds(Instant until) {
    return Math.max(1, Duration.between(clock.instant(), until).toSeconds());
  }
}
