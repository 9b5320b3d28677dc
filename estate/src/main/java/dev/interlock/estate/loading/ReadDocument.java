package dev.interlock.estate.loading;

import dev.interlock.document.DocumentHeader;
import dev.interlock.document.Draft;
import dev.interlock.estate.Entry;
import dev.interlock.estate.Kind;
import dev.interlock.estate.Spec;
import java.util.Optional;

/**
 * A document of ours as far as it could be read.
 *
 * @param header perhaps not whole
 */
record ReadDocument(Kind kind, DocumentHeader header, Draft<? extends Spec> spec) {

  /** True when its name is known, though perhaps not a good one. */
  boolean isNamed() {
    return !header.name().equals(DocumentHeader.NO_NAME);
  }

  /** True when what is named elsewhere may stand in it. */
  boolean mayHoldMore() {
    return !isNamed() || spec.partsLost();
  }

  /** The document, although keys in it are unknown or optional values can't be read. */
  Optional<Entry<?>> entry() {
    return header.whole()
        ? spec.record().map(found -> entry(header.name(), found))
        : Optional.empty();
  }

  /** The document with other values at each turn where none could be read. */
  Optional<Entry<?>> guess(String name, int turn) {
    return spec.filled(turn).map(found -> entry(name, found));
  }

  private Entry<Spec> entry(String name, Spec found) {
    return new Entry<>(
        kind, name, header.labels(), header.annotations(), found, header.source(), header.spec());
  }
}
