package dev.interlock.ledger;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * An oracle: the recursive definitions of RFC 6962, section 2.1, word for word, over a plain list
 * of entries. Slow, and shares no code with the product.
 */
final class Rfc6962 {

  private Rfc6962() {}

  /** MTH. */
  static Bytes root(List<Bytes> d) {
    if (d.isEmpty()) {
      return sha256(new byte[0]);
    }
    if (d.size() == 1) {
      return sha256(new byte[] {0}, d.getFirst().toArray());
    }
    int k = k(d.size());
    return sha256(
        new byte[] {1}, root(d.subList(0, k)).toArray(), root(d.subList(k, d.size())).toArray());
  }

  /** PATH. */
  static List<Bytes> path(int m, List<Bytes> d) {
    if (d.size() == 1) {
      return List.of();
    }
    int k = k(d.size());
    return m < k
        ? plus(path(m, d.subList(0, k)), root(d.subList(k, d.size())))
        : plus(path(m - k, d.subList(k, d.size())), root(d.subList(0, k)));
  }

  /** PROOF. */
  static List<Bytes> proof(int m, List<Bytes> d) {
    return subproof(m, d, true);
  }

  private static List<Bytes> subproof(int m, List<Bytes> d, boolean b) {
    int n = d.size();
    if (m == n) {
      return b ? List.of() : List.of(root(d));
    }
    int k = k(n);
    return m <= k
        ? plus(subproof(m, d.subList(0, k), b), root(d.subList(k, n)))
        : plus(subproof(m - k, d.subList(k, n), false), root(d.subList(0, k)));
  }

  /** The largest power of two smaller than n. */
  private static int k(int n) {
    int k = 1;
    while (2 * k < n) {
      k *= 2;
    }
    return k;
  }

  private static List<Bytes> plus(List<Bytes> list, Bytes last) {
    List<Bytes> longer = new ArrayList<>(list);
    longer.add(last);
    return longer;
  }

  private static Bytes sha256(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    try {
      return Bytes.of(MessageDigest.getInstance("SHA-256").digest(all.toByteArray()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
