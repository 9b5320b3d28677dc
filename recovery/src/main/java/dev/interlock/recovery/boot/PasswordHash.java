package dev.interlock.recovery.boot;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password as Odoo keeps it since version 8: PBKDF2 with SHA-512 in the words of Python's
 * passlib, {@code $pbkdf2-sha512$rounds$salt$digest}.
 */
final class PasswordHash {

  /** As many as Odoo 17 and newer ask for, so that it does not write another one. */
  private static final int ROUNDS = 600_000;

  private static final int SALT_BYTES = 16;
  private static final int DIGEST_BITS = 512;

  private PasswordHash() {}

  /** The text for the column. */
  static String of(String password) {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return "$pbkdf2-sha512$" + ROUNDS + "$" + text(salt) + "$" + text(digest(password, salt));
  }

  private static byte[] digest(String password, byte[] salt) {
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
          .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ROUNDS, DIGEST_BITS))
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has PBKDF2WithHmacSHA512", e);
    }
  }

  /** Base64 with a dot for the plus, without padding. */
  private static String text(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes).replace('+', '.');
  }
}
