package dev.interlock.changes;

import dev.interlock.changes.trust.EnvelopeReading;
import dev.interlock.changes.trust.Envelopes;
import dev.interlock.changes.trust.KeyRing;
import dev.interlock.estate.Estate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Reads evidence and judges each piece against the keys that an estate trusts. What it read before
 * it does not read, nor verify, again; whether it counts is judged each time, because keys end and
 * people leave. Safe for use by several threads.
 */
public final class EvidenceReader {

  private final Envelopes envelopes;

  /** Nothing is read yet. */
  public EvidenceReader(Estate estate) {
    this.envelopes = new Envelopes(KeyRing.of(estate));
  }

  /**
   * The evidence as it stands at an instant.
   *
   * @param now evidence that says it was made later does not count and is only listed: at that
   *     instant nobody could have known it
   */
  public EvidenceBook read(Collection<EvidenceFile> files, Instant now) {
    return read(files, AsOf.named(now));
  }

  /**
   * The same; where the present is judged for, evidence that says it was made later is doubtful,
   * because it is there already.
   */
  public EvidenceBook read(Collection<EvidenceFile> files, AsOf asOf) {
    EnvelopeReading reading = new EnvelopeReading(envelopes, asOf);
    List<EvidenceItem> items = new ArrayList<>();
    files.stream()
        .sorted(Comparator.comparing(EvidenceFile::name))
        .forEach(file -> items.addAll(reading.read(file)));
    return EvidenceBook.of(items, asOf);
  }
}
