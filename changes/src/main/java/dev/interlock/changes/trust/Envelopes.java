package dev.interlock.changes.trust;

import dev.interlock.changes.EvidenceFile;
import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.VerificationKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads evidence for the keys of one estate and keeps what was read last: a server is asked about
 * the same evidence again and again, and a signature is costly to verify. Safe for use by several
 * threads.
 */
public final class Envelopes {

  private static final int KEPT = 2_048;

  /** Pieces that are read anew each time: to keep them would cost more memory than it saves. */
  private static final int LARGE = 16 * 1024;

  private final Predicates predicates = new Predicates();
  private final KeyRing ring;
  private final List<VerificationKey> keys;
  private final Map<Piece, ReadEnvelope> kept =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Piece, ReadEnvelope> eldest) {
              return size() > KEPT;
            }
          });

  private record Piece(String name, Bytes content) {}

  /** Nothing is read yet. */
  public Envelopes(KeyRing ring) {
    this.ring = ring;
    this.keys = ring.keys().values().stream().map(KeyRing.RingKey::key).toList();
  }

  /** The keys. */
  KeyRing ring() {
    return ring;
  }

  /** Everything in a file by its name, what can't be read too. */
  Map<String, ReadEnvelope> read(EvidenceFile file) {
    Map<String, ReadEnvelope> read = new LinkedHashMap<>();
    file.pieces().forEach((name, content) -> read.put(name, piece(name, content)));
    return read;
  }

  private ReadEnvelope piece(String name, Bytes content) {
    Piece piece = new Piece(name, content);
    ReadEnvelope known = kept.get(piece);
    if (known == null) {
      known = ReadEnvelope.of(name, content.toArray(), predicates);
      if (content.length() <= LARGE) {
        kept.put(piece, known);
      }
    }
    return known;
  }

  /** Those of the keys that signed. */
  Set<VerificationKey> signers(ReadEnvelope read) {
    return read.envelope() == null ? Set.of() : read.signers(read.envelope(), keys);
  }
}
