package dev.interlock.server.security.signin;

import dev.interlock.server.security.accounts.Account;
import dev.interlock.server.security.accounts.Accounts;
import dev.interlock.server.security.accounts.Passwords;
import java.util.List;
import java.util.Locale;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Compares name and password with the accounts that are kept here. */
public final class LocalSignIn implements AuthenticationProvider {

  private final Accounts accounts;
  private final Passwords passwords;
  private final Attempts attempts;

  /** Signs in to these accounts. */
  public LocalSignIn(Accounts accounts, Passwords passwords, Attempts attempts) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.attempts = attempts;
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    String login = plain(asked.getName());
    String address = address(asked);
    attempts
        .begin(login, address)
        .ifPresent(until -> {
          throw new TooManyAttempts(until);
        });
    Account account = accounts.find(login).filter(Account::local).orElse(null);
    if (!passwords.fits(String.valueOf(asked.getCredentials()), account)) {
      throw new BadCredentialsException("name or password is wrong");
    }
    attempts.succeeded(login, address);
    accounts.signedIn(login);
    var signedIn = UsernamePasswordAuthenticationToken.authenticated(login, null, List.of());
    signedIn.setDetails(asked.getDetails());
    return signedIn;
  }

  /** Control characters can be neither in a name nor in the database. */
  private static String plain(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT).replaceAll("\\p{Cntrl}", "?");
  }

  private static String address(Authentication asked) {
    return asked.getDetails() instanceof WebAuthenticationDetails details
        ? details.getRemoteAddress()
        : "";
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
