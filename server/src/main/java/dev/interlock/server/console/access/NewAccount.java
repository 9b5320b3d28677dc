package dev.interlock.server.console.access;

import dev.interlock.server.security.AccountRole;
import dev.interlock.server.security.EstatePersons;
import dev.interlock.server.security.accounts.Account;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator filled in for somebody.
 *
 * @param login what the person will type; the person's name when left empty
 * @param person of the estate; empty for an account that nobody of the estate stands behind
 */
record NewAccount(@Nullable String login, @Nullable String person, Set<AccountRole> roles) {

  private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,99}");

  /** The account, with a password that has to be changed. */
  Account account(EstatePersons persons, String hash) {
    String behind = person == null || person.isBlank() ? null : person.strip();
    String name = login == null || login.isBlank() ? behind : login.strip();
    if (name == null) {
      throw new Refused("Choose a person, or give a name to sign in with.");
    }
    name = name.toLowerCase(Locale.ROOT);
    if (!LOGIN.matcher(name).matches()) {
      throw new Refused(
          "A name to sign in with has letters from a to z, digits, dots, dashes and @.");
    }
    return new Account(
        name, name, displayName(persons, behind, name), behind, roles, hash, true, true, null);
  }

  private static String displayName(EstatePersons persons, @Nullable String behind, String name) {
    if (behind == null) {
      return name;
    }
    return persons
        .displayName(behind)
        .orElseThrow(() -> new Refused("There is no such person in the estate."));
  }
}
