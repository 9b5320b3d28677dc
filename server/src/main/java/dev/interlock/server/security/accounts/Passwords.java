package dev.interlock.server.security.accounts;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Makes, hashes and compares passwords. */
public final class Passwords {

  /** Shorter ones are refused. */
  public static final int SHORTEST = 12;

  /** bcrypt reads no further. */
  private static final int MOST_BYTES = 72;

  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int GROUPS = 5;
  private static final int GROUP = 5;

  private final PasswordEncoder encoder =
      PasswordEncoderFactories.createDelegatingPasswordEncoder();
  private final SecureRandom random = new SecureRandom();

  /** Nobody's, so that an unknown account takes as long as a known one. */
  private final String nobodys = hash(random());

  /** A random password that can be read out and typed: 125 bits. */
  public String random() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      text.append(i > 0 && i % GROUP == 0 ? "-" : "")
          .append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  /** What is kept of a password. */
  public String hash(String password) {
    return Objects.requireNonNull(encoder.encode(password));
  }

  /** True when the password is the account's; takes the same time without an account. */
  public boolean fits(String password, @Nullable Account account) {
    String kept = account == null || account.password() == null ? nobodys : account.password();
    boolean same = encoder.matches(password, kept);
    return same && account != null && account.password() != null && account.active();
  }

  /** Why a new password can't be taken; null when it can. */
  public @Nullable String objection(String password) {
    if (password.length() < SHORTEST) {
      return "Take a password of at least " + SHORTEST + " characters.";
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      return "Take a password of at most " + MOST_BYTES + " letters and digits.";
    }
    return null;
  }
}
