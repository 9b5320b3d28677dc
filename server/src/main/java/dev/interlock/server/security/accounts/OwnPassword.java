package dev.interlock.server.security.accounts;

import java.util.Optional;

/** Changes the password of whoever is signed in. */
final class OwnPassword {

  private final Accounts accounts;
  private final Passwords passwords;

  OwnPassword(Accounts accounts, Passwords passwords) {
    this.accounts = accounts;
    this.passwords = passwords;
  }

  /**
   * What was typed.
   *
   * @param now the password so far
   * @param wanted the new one
   * @param again the new one, typed a second time
   */
  record Change(String now, String wanted, String again) {

    /** Shows nothing. */
    @Override
    public String toString() {
      return "Change[…]";
    }
  }

  /** Changes it; a text says why not. */
  Optional<String> change(String name, Change change) {
    String objection = passwords.objection(change.wanted());
    if (!change.wanted().equals(change.again())) {
      objection = "The two new passwords differ.";
    } else if (change.wanted().equals(change.now())) {
      objection = "Take another password than the old one.";
    } else if (!passwords.fits(change.now(), accounts.find(name).orElse(null))) {
      objection = "The old password is wrong.";
    }
    if (objection == null) {
      accounts.password(name, passwords.hash(change.wanted()), false);
    }
    return Optional.ofNullable(objection);
  }
}
