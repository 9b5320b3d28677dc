package dev.interlock.recovery.odoo;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest that Odoo names content by. */
final class Sha1 {

  private Sha1() {}

  /** The digest of these bytes, in hexadecimal. */
  static String of(byte[] content) {
    return HexFormat.of().formatHex(digest().digest(content));
  }

  /** One that has read nothing yet. */
  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java knows SHA-1", e);
    }
  }
}
