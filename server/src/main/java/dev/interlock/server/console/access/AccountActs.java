package dev.interlock.server.console.access;

import dev.interlock.server.console.access.AccountsPage.Given;
import dev.interlock.server.security.AccountRole;
import dev.interlock.server.security.EstatePersons;
import dev.interlock.server.security.accounts.Account;
import dev.interlock.server.security.accounts.Accounts;
import dev.interlock.server.security.accounts.OpenSessions;
import dev.interlock.server.security.accounts.Passwords;
import dev.interlock.server.security.signin.SignInSettings;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an administrator does to accounts; never to the own one in a way that locks it out. */
@Component
class AccountActs {

  private final Accounts accounts;
  private final Passwords passwords;
  private final OpenSessions sessions;
  private final EstatePersons persons;
  private final boolean oidc;

  AccountActs(
      Accounts accounts,
      Passwords passwords,
      OpenSessions sessions,
      EstatePersons persons,
      SignInSettings settings) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.sessions = sessions;
    this.persons = persons;
    this.oidc = settings.oidc();
  }

  Given add(NewAccount wanted) {
    if (oidc) {
      throw new Refused("The identity provider answers for people here; add them there.");
    }
    String password = passwords.random();
    Account account = wanted.account(persons, passwords.hash(password));
    if (!accounts.add(account)) {
      throw new Refused("There is an account with that name already.");
    }
    return new Given(account.login(), password);
  }

  @Nullable Given roles(String name, String by, Set<AccountRole> roles) {
    Account account = local(name);
    if (account.name().equals(by) && !roles.contains(AccountRole.ADMINISTRATOR)) {
      throw new Refused("You can't take the administrator's role from yourself.");
    }
    accounts.roles(name, roles);
    return null;
  }

  Given password(String name, String by) {
    Account account = local(name);
    if (account.name().equals(by)) {
      throw new Refused("Change your own password under your account.");
    }
    String password = passwords.random();
    accounts.password(name, passwords.hash(password), true);
    sessions.end(name, null);
    return new Given(account.login(), password);
  }

  @Nullable Given close(String name, String by) {
    if (name.equals(by)) {
      throw new Refused("You can't close your own account.");
    }
    accounts.active(known(name).name(), false);
    sessions.end(name, null);
    return null;
  }

  @Nullable Given open(String name) {
    accounts.active(known(name).name(), true);
    return null;
  }

  private Account known(String name) {
    return accounts.find(name).orElseThrow(() -> new Refused("There is no such account."));
  }

  private Account local(String name) {
    Account account = known(name);
    if (!account.local()) {
      throw new Refused("The identity provider answers for this account; change it there.");
    }
    return account;
  }
}
