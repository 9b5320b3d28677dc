package dev.interlock.server.security.accounts;

import dev.interlock.server.security.Happenings;
import dev.interlock.server.security.SignedIn;
import dev.interlock.server.security.accounts.OwnPassword.Change;
import dev.interlock.server.security.events.SecurityEvent.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** One's own password. */
@Controller
class PasswordController {

  private final OwnPassword passwords;
  private final OpenSessions sessions;
  private final Happenings happenings;

  PasswordController(
      Accounts accounts, Passwords passwords, OpenSessions sessions, Happenings happenings) {
    this.passwords = new OwnPassword(accounts, passwords);
    this.sessions = sessions;
    this.happenings = happenings;
  }

  @GetMapping("/password")
  ModelAndView page(SignedIn account, CsrfToken csrf) {
    return new ModelAndView(
        "password", "page", new PasswordPage(csrf, account.mustChangePassword(), null));
  }

  @PostMapping("/password")
  ModelAndView change(
      HttpServletRequest request,
      SignedIn account,
      CsrfToken csrf,
      @RequestParam String now,
      @RequestParam String wanted,
      @RequestParam String again) {
    Optional<String> trouble = passwords.change(account.account(), new Change(now, wanted, again));
    if (trouble.isPresent()) {
      PasswordPage page = new PasswordPage(csrf, account.mustChangePassword(), trouble.get());
      ModelAndView view = new ModelAndView("password", "page", page);
      view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return view;
    }
    sessions.end(account.account(), request.getSession().getId());
    happenings.tell(request, Kind.ADMINISTERED, account.account(), "changed the own password");
    return new ModelAndView(new RedirectView("/", true));
  }
}
