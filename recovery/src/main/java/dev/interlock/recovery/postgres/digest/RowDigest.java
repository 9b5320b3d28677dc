package dev.interlock.recovery.postgres.digest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Adds up the digests of rows as they arrive; for one thread. */
final class RowDigest {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final MessageDigest sha = sha256();
  private final byte[] digest = new byte[sha.getDigestLength()];
  private long rows;
  private long first;
  private long second;

  void add(byte[] row) {
    try {
      sha.update(row);
      sha.digest(digest, 0, digest.length);
    } catch (DigestException e) {
      throw new IllegalStateException("the digest fits", e);
    }
    rows++;
    first += (long) LONG.get(digest, 0);
    second += (long) LONG.get(digest, Long.BYTES);
  }

  Sums sums() {
    return new Sums(rows, first, second);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
