package dev.interlock.usecases;

import dev.interlock.changes.RecordedEvent;
import dev.interlock.changes.RegisterCode;
import dev.interlock.changes.RegisterEvent.Decided;
import dev.interlock.changes.RegisterRefused;
import dev.interlock.changes.RegisteredChange;
import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.EntryProof;
import dev.interlock.ledger.LedgerView;
import java.util.Map;
import java.util.TreeMap;

/**
 * The pack of a decision that was recorded: everything it was derived from, the signed decision,
 * and the proof that the ledger holds it. {@code interlock ledger replay} derives it again.
 */
public final class PackRegistered {

  private final ChangeBook book;
  private final LedgerView ledger;

  /** Packs the decisions of a book, proven by the ledger that holds them. */
  public PackRegistered(ChangeBook book, LedgerView ledger) {
    this.book = book;
    this.ledger = ledger;
  }

  /**
   * The ZIP's bytes.
   *
   * @param position of the decision among the register's events
   * @throws RegisterRefused when the change has no such decision
   */
  public byte[] run(String name, long position) throws RegisterRefused {
    Decided decided = decided(book.require(name), position);
    Map<String, Bytes> contents = book.contents(decided.pack().values());
    Map<String, byte[]> files = new TreeMap<>();
    decided
        .pack()
        .forEach((path, hash) ->
            files.put(path, contents.getOrDefault(hash, Bytes.of(new byte[0])).toArray()));
    EntryProof proof = EntryProof.of(ledger, decided.entry());
    files.put(DecisionPack.PROOF, proof.write().toArray());
    return PackFiles.zip(files);
  }

  private static Decided decided(RegisteredChange change, long position) throws RegisterRefused {
    return change.events().stream()
        .filter(event -> event.position() == position)
        .map(RecordedEvent::says)
        .filter(Decided.class::isInstance)
        .map(Decided.class::cast)
        .findFirst()
        .orElseThrow(() ->
            new RegisterRefused(
                RegisterCode.NO_SUCH_DECISION,
                "decision " + position + " of " + change.name() + " does not exist"));
  }
}
