package dev.interlock.usecases;

import dev.interlock.changes.ChangeDigest;
import dev.interlock.changes.EvidenceSigner;
import dev.interlock.changes.NewEvent;
import dev.interlock.changes.RecordedEvent;
import dev.interlock.changes.RegisterEvent;
import dev.interlock.changes.RegisterRefused;
import dev.interlock.changes.RegisteredChange;
import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.Ledger;
import dev.interlock.ledger.LedgerException;
import dev.interlock.ledger.SigningKey;
import dev.interlock.usecases.DecideRegistered.Whole;
import java.util.Map;
import java.util.TreeMap;

/**
 * Decides over a registered change and records the answer: signed, in the ledger, and with all it
 * was derived from in the register, so that its pack can be made at any time.
 */
public final class AskDecision {

  private final ChangeBook book;
  private final DecideRegistered deciding;
  private final Ledger ledger;
  private final SigningKey key;

  /**
   * Records in this ledger.
   *
   * @param key signs each decision
   */
  public AskDecision(ChangeBook book, DecideRegistered deciding, Ledger ledger, SigningKey key) {
    this.book = book;
    this.deciding = deciding;
    this.ledger = ledger;
    this.key = key;
  }

  /**
   * What was decided and recorded.
   *
   * @param event the register's; its position names the decision's pack
   * @param entry index in the ledger
   */
  public record Asked(DecidedChange decided, RecordedEvent event, long entry) {}

  /**
   * Decides for the instant of the author.
   *
   * @throws RegisterRefused when there is no such change, or it is withdrawn or carried out
   * @throws LedgerException when the decision could not be recorded
   */
  public Asked run(String name, EstateInForce estate, Author author)
      throws RegisterRefused, LedgerException {
    RegisteredChange change = book.requireOpen(name);
    Whole whole = deciding.whole(change, estate, author.at());
    Envelope envelope = new EvidenceSigner().sign(whole.decided().record(), key);
    Map<String, Bytes> pack = pack(whole, estate, envelope);
    Map<String, String> hashes = new TreeMap<>();
    Map<String, Bytes> contents = new TreeMap<>();
    pack.forEach((path, content) -> {
      String hash = ChangeDigest.sha256(content.toArray());
      hashes.put(path, hash);
      contents.put(hash, content);
    });
    long entry = ledger.append(envelope.toJson()).first();
    String outcome = whole.decided().decision().outcome().word();
    RegisterEvent decided = new RegisterEvent.Decided(name, outcome, entry, hashes);
    RecordedEvent event =
        book.append(
            new NewEvent(decided, author.account(), author.at(), change.number(), null), contents);
    return new Asked(whole.decided(), event, entry);
  }

  private static Map<String, Bytes> pack(Whole whole, EstateInForce estate, Envelope envelope) {
    DecisionPack.Contents contents =
        new DecisionPack.Contents(
            "",
            whole.change().version().document(),
            estate.folder().toString(),
            true,
            whole.decided().asOf());
    Map<String, byte[]> inputs = new TreeMap<>();
    whole.inputs().forEach((path, content) -> inputs.put(path, content.toArray()));
    Map<String, Bytes> pack = new TreeMap<>();
    DecisionPack.files(
            contents,
            inputs,
            estate.loaded(),
            whole.evidence(),
            whole.decided(),
            new DecisionPack.Signed(envelope, null))
        .forEach((path, content) -> pack.put(path, Bytes.of(content)));
    return pack;
  }
}
