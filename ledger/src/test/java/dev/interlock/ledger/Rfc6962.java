package dev.interlock.ledger;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An oracle: the recursive definitions of RFC 6962, section 2.1, word for word, over a plain list
 * of entries, where D[from:to] is a range of it. Shares no code with the product.
 */
final class Rfc6962 {

  private final List<Bytes> entries;
  private final Map<List<Integer>, Bytes> roots = new HashMap<>();

  Rfc6962(List<Bytes> entries) {
    this.entries = entries;
  }

  /** MTH(D[0:n]). */
  Bytes root(int n) {
    return root(0, n);
  }

  /** PATH(m, D[0:n]). */
  List<Bytes> path(int m, int n) {
    return path(m, 0, n);
  }

  /** PROOF(m, D[0:n]). */
  List<Bytes> proof(int m, int n) {
    return subproof(m, 0, n, true);
  }

  private Bytes root(int from, int to) {
    Bytes known = roots.get(List.of(from, to));
    if (known == null) {
      known = mth(from, to);
      roots.put(List.of(from, to), known);
    }
    return known;
  }

  private Bytes mth(int from, int to) {
    if (from == to) {
      return sha256(new byte[0]);
    }
    if (to - from == 1) {
      return sha256(new byte[] {0}, entries.get(from).toArray());
    }
    int k = from + k(to - from);
    return sha256(new byte[] {1}, root(from, k).toArray(), root(k, to).toArray());
  }

  private List<Bytes> path(int m, int from, int to) {
    if (to - from == 1) {
      return List.of();
    }
    int k = k(to - from);
    return m < k
        ? plus(path(m, from, from + k), root(from + k, to))
        : plus(path(m - k, from + k, to), root(from, from + k));
  }

  private List<Bytes> subproof(int m, int from, int to, boolean b) {
    if (m == to - from) {
      return b ? List.of() : List.of(root(from, to));
    }
    int k = k(to - from);
    return m <= k
        ? plus(subproof(m, from, from + k, b), root(from + k, to))
        : plus(subproof(m - k, from + k, to, false), root(from, from + k));
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
