package dev.interlock.server.console.access;

import dev.interlock.finding.Moment;
import dev.interlock.server.console.Shells;
import dev.interlock.server.console.access.OwnPage.Row;
import dev.interlock.server.security.AccountRole;
import dev.interlock.server.security.EstatePersons;
import dev.interlock.server.security.Happenings;
import dev.interlock.server.security.SignedIn;
import dev.interlock.server.security.events.SecurityEvent.Kind;
import dev.interlock.server.security.signin.SignInSettings;
import dev.interlock.server.security.tokens.ApiToken;
import dev.interlock.server.security.tokens.TokenSecret;
import dev.interlock.server.security.tokens.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own account and the tokens of one's own programs. */
@Controller
class OwnController {

  private final Tokens tokens;
  private final EstatePersons persons;
  private final SignInSettings settings;
  private final Shells shells;
  private final Happenings happenings;
  private final InstantSource clock;

  OwnController(
      Tokens tokens,
      EstatePersons persons,
      SignInSettings settings,
      Shells shells,
      Happenings happenings,
      InstantSource clock) {
    this.tokens = tokens;
    this.persons = persons;
    this.settings = settings;
    this.shells = shells;
    this.happenings = happenings;
    this.clock = clock;
  }

  @GetMapping("/account")
  ModelAndView own(HttpServletRequest request, SignedIn by) {
    return page(request, by, null, null);
  }

  @PostMapping("/account/tokens")
  ModelAndView add(
      HttpServletRequest request,
      SignedIn by,
      @RequestParam(defaultValue = "") String label,
      @RequestParam(defaultValue = "90") int days,
      @RequestParam(required = false) @Nullable List<String> roles,
      @RequestParam(required = false) @Nullable Set<String> environments) {
    try {
      Set<String> where = environments == null ? Set.of() : environments;
      ApiToken token =
          new NewToken(label, days, Roles.of(roles), where)
              .token(by, persons.environments(), clock.instant());
      String secret = TokenSecret.random();
      tokens.add(token, secret);
      happenings.tell(request, Kind.ADMINISTERED, by.account(), "made the token " + token.id());
      return page(request, by, secret, null);
    } catch (Refused refused) {
      return refused(request, by, refused);
    }
  }

  @PostMapping("/account/tokens/{id}/revoke")
  ModelAndView revoke(HttpServletRequest request, SignedIn by, @PathVariable String id) {
    try {
      if (!tokens.revoke(by.account(), UUID.fromString(id))) {
        throw new Refused("You have no such token that still counts.");
      }
    } catch (IllegalArgumentException _) {
      return refused(request, by, new Refused("You have no such token that still counts."));
    } catch (Refused refused) {
      return refused(request, by, refused);
    }
    happenings.tell(request, Kind.ADMINISTERED, by.account(), "revoked the token " + id);
    return page(request, by, null, null);
  }

  private ModelAndView refused(HttpServletRequest request, SignedIn by, Refused refused) {
    ModelAndView page = page(request, by, null, refused.sentence());
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  private ModelAndView page(
      HttpServletRequest request, SignedIn by, @Nullable String secret, @Nullable String trouble) {
    Instant now = clock.instant();
    List<Row> rows = tokens.of(by.account()).stream().map(token -> row(token, now)).toList();
    OwnPage page =
        new OwnPage(
            shells.of("Your account", "/account", request),
            by,
            !settings.oidc(),
            rows,
            persons.environments(),
            secret,
            trouble);
    return new ModelAndView("account", "page", page);
  }

  private static Row row(ApiToken token, Instant now) {
    return new Row(
        token.id().toString(),
        token.label(),
        token.roles().stream().map(AccountRole::word).sorted().collect(Collectors.joining(", ")),
        token.environments().isEmpty()
            ? "every environment"
            : token.environments().stream().sorted().collect(Collectors.joining(", ")),
        state(token, now),
        token.counts(now),
        token.lastUsedAt() == null ? "never" : time(token.lastUsedAt()));
  }

  private static String state(ApiToken token, Instant now) {
    if (token.revokedAt() != null) {
      return "revoked " + time(token.revokedAt());
    }
    return (token.counts(now) ? "counts until " : "ended ") + time(token.expiresAt());
  }

  private static String time(Instant instant) {
    return Moment.utc(instant.truncatedTo(ChronoUnit.MINUTES));
  }
}
