package dev.interlock.recovery.filestore;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest that Odoo names files by. */
public final class Sha1 {

  private Sha1() {}

  /** A new digest. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
