package dev.interlock.server.security;

import dev.interlock.server.security.accounts.Account;
import dev.interlock.server.security.accounts.Accounts;
import dev.interlock.server.security.tokens.TokenAuthentication;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;

/**
 * Who somebody is, and what the account may do at this moment: looked up for each request, so that
 * a role that was taken away, or an account that was closed, counts at once.
 */
public final class CurrentAccess {

  private final Accounts accounts;
  private final EstatePersons persons;
  private final boolean local;

  /**
   * Access by these accounts.
   *
   * @param local accounts with a password here count; false when an identity provider answers
   */
  public CurrentAccess(Accounts accounts, EstatePersons persons, boolean local) {
    this.accounts = accounts;
    this.persons = persons;
    this.local = local;
  }

  /** The person behind it; empty when nobody is signed in or the account is closed. */
  public Optional<SignedIn> of(Authentication authentication) {
    if (authentication instanceof TokenAuthentication token) {
      return Optional.of(token.signedIn());
    }
    if (!authentication.isAuthenticated()
        || authentication instanceof AnonymousAuthenticationToken) {
      return Optional.empty();
    }
    return account(authentication.getName()).map(this::inBrowser);
  }

  /** The account with that name, as long as it may sign in. */
  public Optional<Account> account(String name) {
    return accounts.find(name).filter(a -> a.active() && a.local() == local);
  }

  /** The Person of the estate behind an account. */
  public Optional<String> person(Account account) {
    return persons.of(account);
  }

  private SignedIn inBrowser(Account account) {
    return new SignedIn(
        account.name(),
        account.login(),
        account.displayName(),
        persons.of(account).orElse(null),
        account.roles(),
        Set.of(),
        null,
        account.mustChange());
  }
}
