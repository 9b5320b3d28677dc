package dev.interlock.server.security.accounts;

import dev.interlock.finding.Fault;
import dev.interlock.server.ServerCode;
import dev.interlock.server.Terminal;
import dev.interlock.server.database.DataFolder;
import dev.interlock.server.security.AccountRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Sees to it that somebody can sign in where there is no identity provider: makes the administrator
 * at the first start, and gives a new password when the person with access to the data folder asks
 * for one by putting a file there. Either password is shown at the terminal, once, and kept only as
 * a hash.
 */
public final class FirstAdministrator {

  /** The account's name. */
  public static final String NAME = "admin";

  /** Put into the data folder, asks for a new password at the next start. */
  public static final String RESET_FILE = "reset-admin-password";

  private final Accounts accounts;
  private final Passwords passwords;

  /** Works on these accounts. */
  public FirstAdministrator(Accounts accounts, Passwords passwords) {
    this.accounts = accounts;
    this.passwords = passwords;
  }

  /** Makes the account or its new password, where that is wanted. */
  public void ensure(DataFolder folder, Terminal terminal) {
    Path reset = folder.resolve(RESET_FILE);
    if (!accounts.anybodyAdministers() && add(terminal)) {
      delete(reset);
    } else if (Files.exists(reset)) {
      delete(reset);
      reset(terminal);
    }
  }

  private boolean add(Terminal terminal) {
    String password = passwords.random();
    boolean added =
        accounts.add(
            new Account(
                NAME,
                NAME,
                "Administrator",
                null,
                Set.of(AccountRole.ADMINISTRATOR, AccountRole.REQUESTER, AccountRole.OPERATOR),
                passwords.hash(password),
                false,
                true,
                null));
    if (added) {
      say(terminal, password);
    }
    return added;
  }

  private void reset(Terminal terminal) {
    String password = passwords.random();
    accounts.password(NAME, passwords.hash(password), false);
    accounts.active(NAME, true);
    say(terminal, password);
  }

  private static void say(Terminal terminal, String password) {
    terminal.say("Sign in as " + NAME + " with the password " + password);
    terminal.say("It is shown this once; change it under /password.");
  }

  private static void delete(Path reset) {
    try {
      Files.deleteIfExists(reset);
    } catch (IOException e) {
      throw new Fault(ServerCode.DATA_UNUSABLE.code(), "cannot delete " + reset, e);
    }
  }
}
