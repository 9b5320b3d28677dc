package dev.interlock.recovery.store;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A digest that grows. */
public final class Sha256 {

  private final MessageDigest sha;

  /** The digest of nothing. */
  public Sha256() {
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Adds the first bytes of a buffer. */
  public void update(byte[] buffer, int length) {
    sha.update(buffer, 0, length);
  }

  /** Adds a part of a buffer. */
  public void update(byte[] buffer, int offset, int length) {
    sha.update(buffer, offset, length);
  }

  /** Adds all that comes, and tells how much that was. */
  public long updateAll(InputStream in) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long bytes = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      update(buffer, n);
      bytes += n;
    }
    return bytes;
  }

  /** As {@code sha256:…}; the digest begins anew. */
  public String text() {
    return "sha256:" + HexFormat.of().formatHex(sha.digest());
  }
}
