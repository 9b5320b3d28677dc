package dev.interlock.server.console.access;

import dev.interlock.finding.Moment;
import dev.interlock.server.console.Shells;
import dev.interlock.server.console.access.AccountsPage.Given;
import dev.interlock.server.console.access.AccountsPage.Row;
import dev.interlock.server.security.EstatePersons;
import dev.interlock.server.security.Happenings;
import dev.interlock.server.security.SignedIn;
import dev.interlock.server.security.accounts.Account;
import dev.interlock.server.security.accounts.Accounts;
import dev.interlock.server.security.signin.SignInSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Everybody's accounts, for administrators. */
@Controller
class AccountsController {

  private final Accounts accounts;
  private final AccountActs acts;
  private final EstatePersons persons;
  private final SignInSettings settings;
  private final Shells shells;
  private final Happenings happenings;

  AccountsController(
      Accounts accounts,
      AccountActs acts,
      EstatePersons persons,
      SignInSettings settings,
      Shells shells,
      Happenings happenings) {
    this.accounts = accounts;
    this.acts = acts;
    this.persons = persons;
    this.settings = settings;
    this.shells = shells;
    this.happenings = happenings;
  }

  @GetMapping("/accounts")
  ModelAndView all(HttpServletRequest request, SignedIn by) {
    return page(request, by, null, null);
  }

  @PostMapping("/accounts")
  ModelAndView add(
      HttpServletRequest request,
      SignedIn by,
      @RequestParam(required = false) @Nullable String login,
      @RequestParam(required = false) @Nullable String person,
      @RequestParam(required = false) @Nullable List<String> roles) {
    return done(
        request,
        by,
        "made an account",
        () -> acts.add(new NewAccount(login, person, Roles.of(roles))));
  }

  @PostMapping("/accounts/{name}/roles")
  ModelAndView roles(
      HttpServletRequest request,
      SignedIn by,
      @PathVariable String name,
      @RequestParam(required = false) @Nullable List<String> roles) {
    return done(
        request,
        by,
        "set the roles of " + name,
        () -> acts.roles(name, by.account(), Roles.of(roles)));
  }

  @PostMapping("/accounts/{name}/password")
  ModelAndView password(HttpServletRequest request, SignedIn by, @PathVariable String name) {
    return done(
        request, by, "gave a new password to " + name, () -> acts.password(name, by.account()));
  }

  @PostMapping("/accounts/{name}/close")
  ModelAndView close(HttpServletRequest request, SignedIn by, @PathVariable String name) {
    return done(request, by, "closed the account " + name, () -> acts.close(name, by.account()));
  }

  @PostMapping("/accounts/{name}/open")
  ModelAndView open(HttpServletRequest request, SignedIn by, @PathVariable String name) {
    return done(request, by, "opened the account " + name, () -> acts.open(name));
  }

  private ModelAndView done(
      HttpServletRequest request, SignedIn by, String what, Supplier<@Nullable Given> act) {
    try {
      Given given = act.get();
      happenings.administered(request, by, given == null ? what : what + ": " + given.login());
      return page(request, by, given, null);
    } catch (Refused refused) {
      ModelAndView page = page(request, by, null, refused.sentence());
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return page;
    }
  }

  private ModelAndView page(
      HttpServletRequest request, SignedIn by, @Nullable Given given, @Nullable String trouble) {
    List<Row> rows = accounts.all().stream().map(this::row).toList();
    AccountsPage page =
        new AccountsPage(
            shells.of("Accounts", "/accounts", request),
            by.account(),
            !settings.oidc(),
            rows,
            persons.names(),
            given,
            trouble);
    return new ModelAndView("accounts", "page", page);
  }

  private Row row(Account account) {
    var last = account.lastSignIn();
    return new Row(
        account,
        persons.of(account).orElse(null),
        last == null ? "never" : Moment.utc(last.truncatedTo(ChronoUnit.MINUTES)));
  }
}
