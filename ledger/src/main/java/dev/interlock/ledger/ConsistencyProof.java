package dev.interlock.ledger;

import dev.interlock.ledger.merkle.Hasher;
import java.util.Iterator;
import java.util.List;

/**
 * That a tree is the continuation of an earlier one: nothing older was changed or taken away (RFC
 * 6962, section 2.1.2).
 *
 * @param from the earlier size, in entries
 * @param to the later size
 * @param path hashes in the order of the RFC; empty when {@code from} is 0 or equals {@code to}
 */
public record ConsistencyProof(long from, long to, List<Bytes> path) {

  /** Copies the path. */
  public ConsistencyProof {
    path = List.copyOf(path);
    if (from < 0 || from > to) {
      throw new IllegalArgumentException("no way from size " + from + " to size " + to);
    }
  }

  /** True when the roots belong to two states of one growing tree; RFC 9162, section 2.1.4.2. */
  public boolean proves(Bytes fromRoot, Bytes toRoot) {
    if (from == to) {
      return path.isEmpty() && fromRoot.equals(toRoot);
    }
    if (from == 0) {
      return path.isEmpty() && fromRoot.equals(Bytes.of(new Hasher().empty()));
    }
    if (path.stream().anyMatch(hash -> hash.length() != Hasher.LENGTH)) {
      return false;
    }
    boolean complete = Long.bitCount(from) == 1;
    Iterator<Bytes> rest = path.iterator();
    if (!complete && !rest.hasNext()) {
      return false;
    }
    byte[] start = (complete ? fromRoot : rest.next()).toArray();
    return climb(start, rest, fromRoot, toRoot);
  }

  private boolean climb(byte[] start, Iterator<Bytes> rest, Bytes fromRoot, Bytes toRoot) {
    Hasher hasher = new Hasher();
    int shared = Long.numberOfTrailingZeros(from);
    long node = (from - 1) >>> shared;
    long last = (to - 1) >>> shared;
    byte[] older = start;
    byte[] newer = start;
    while (rest.hasNext()) {
      if (last == 0) {
        return false;
      }
      byte[] hash = rest.next().toArray();
      if ((node & 1) == 1 || node == last) {
        older = hasher.node(hash, older);
        newer = hasher.node(hash, newer);
        int skipped = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
        node >>>= skipped;
        last >>>= skipped;
      } else {
        newer = hasher.node(newer, hash);
      }
      node >>>= 1;
      last >>>= 1;
    }
    return last == 0 && Bytes.of(older).equals(fromRoot) && Bytes.of(newer).equals(toRoot);
  }
}
