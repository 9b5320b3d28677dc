package dev.interlock.server.console;

import dev.interlock.estate.Estate;
import dev.interlock.estate.Organization;
import dev.interlock.finding.Moment;
import dev.interlock.server.console.Shell.Csrf;
import dev.interlock.server.estate.CurrentEstate;
import dev.interlock.server.security.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Makes what stands around a page. */
@Component
public final class Shells {

  private final CurrentEstate estate;
  private final InstantSource clock;

  Shells(CurrentEstate estate, InstantSource clock) {
    this.estate = estate;
    this.clock = clock;
  }

  /** What stands around the page with this title, under this entry of the navigation. */
  public Shell of(String title, String current, HttpServletRequest request) {
    CurrentEstate.State state = estate.state();
    return new Shell(
        title,
        current,
        organization(state.loaded().estate()),
        SignedIn.of(request).map(SignedIn::displayName).orElse(null),
        Moment.utc(clock.instant().truncatedTo(ChronoUnit.SECONDS)),
        state.trouble(),
        csrf(request));
  }

  private static String organization(Estate estate) {
    return estate.all(Organization.class).values().stream()
        .findFirst()
        .map(Organization::displayName)
        .orElse("Interlock");
  }

  private static @Nullable Csrf csrf(HttpServletRequest request) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? new Csrf(token.getParameterName(), token.getHeaderName(), token.getToken())
        : null;
  }
}
