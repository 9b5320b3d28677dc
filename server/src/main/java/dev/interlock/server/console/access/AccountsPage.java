package dev.interlock.server.console.access;

import dev.interlock.server.console.Shell;
import dev.interlock.server.security.AccountRole;
import dev.interlock.server.security.accounts.Account;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everybody's accounts.
 *
 * @param own name of the account that looks
 * @param local people sign in here, so that accounts can be made
 * @param persons names of everybody in the estate
 * @param given a password to be passed on; shown this once
 * @param trouble why what was asked was not done
 */
public record AccountsPage(
    Shell shell,
    String own,
    boolean local,
    List<Row> rows,
    List<String> persons,
    @Nullable Given given,
    @Nullable String trouble) {

  /** Every role, for the forms. */
  public static final List<AccountRole> ROLES = List.of(AccountRole.values());

  /**
   * One account.
   *
   * @param person the person of the estate behind it; null for none
   * @param lastSignIn when, with zone; or that it never did
   */
  public record Row(Account account, @Nullable String person, String lastSignIn) {}

  /** A password that was made for somebody. */
  public record Given(String login, String password) {}
}
