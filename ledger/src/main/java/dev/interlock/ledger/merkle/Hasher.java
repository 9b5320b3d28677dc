package dev.interlock.ledger.merkle;

import dev.interlock.ledger.crypto.Sha256;
import java.security.MessageDigest;

/**
 * RFC 6962, section 2.1: leaves and nodes are hashed with different first bytes, so that neither
 * can pass for the other. Keeps one digest; not for use by two threads.
 */
public final class Hasher {

  /** Length of every hash in bytes. */
  public static final int LENGTH = 32;

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final MessageDigest sha256 = Sha256.digest();

  /** Hash of the tree without leaves: SHA-256 of nothing. */
  public byte[] empty() {
    return sha256.digest();
  }

  /** Hash of a leaf. */
  public byte[] leaf(byte[] entry) {
    sha256.update(LEAF);
    return sha256.digest(entry);
  }

  /** Hash of a node over its children. */
  public byte[] node(byte[] left, byte[] right) {
    sha256.update(NODE);
    sha256.update(left);
    return sha256.digest(right);
  }
}
