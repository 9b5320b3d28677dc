package dev.interlock.usecases;

import dev.interlock.changes.RegisterRefused;
import dev.interlock.ledger.Envelope;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Records a drill that a server ran: in its ledger, and in the register, where the gate and
 * everybody else finds it.
 */
public final class RecordDrill {

  private final ChangeBook book;
  private final ServerLedger ledger;

  /** Records here. */
  public RecordDrill(ChangeBook book, ServerLedger ledger) {
    this.book = book;
    this.ledger = ledger;
  }

  /**
   * Records what {@link RunDrill} signed.
   *
   * @param author with a key, so that the register takes the same drill once
   * @return the name under which the register keeps it
   * @throws InputRejected when it can't be taken
   */
  public String run(Envelope signed, EstateInForce estate, Author author) throws RegisterRefused {
    var filed = new FileEvidence(book).run("drill", signed.toJson(), estate, author);
    ledger.ledger().append(signed.toJson());
    return filed.item().file();
  }

  /**
   * Records what {@link RunDrill} had written before the server was killed.
   *
   * @throws InputRejected when the file can't be read or taken
   */
  public String run(Path signed, EstateInForce estate, Author author) throws RegisterRefused {
    Envelope envelope =
        LedgerFiles.reading(signed, file -> Envelope.parse(Files.readAllBytes(file)));
    return run(envelope, estate, author);
  }
}
