package dev.interlock.ledger;

import dev.interlock.ledger.append.Signer;
import dev.interlock.ledger.file.Views;
import dev.interlock.ledger.file.WritableLedger;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A ledger in one file (format: the module's README). One process writes, any number read. Safe for
 * use by many threads.
 */
public final class FileLedger extends StoredLedger {

  private final WritableLedger opened;

  private FileLedger(WritableLedger opened) {
    this.opened = opened;
  }

  /**
   * Opens a ledger for writing and creates it when there is none. What an interrupted write left at
   * the end is put right, see {@link #recovery}.
   *
   * @param origin the ledger's unique name, such as {@code example.com/erp}; neither spaces nor
   *     plus
   * @param key signs the checkpoints
   * @param clock gives the time in the checkpoints
   * @throws LedgerException IN_USE, CORRUPTED, WRONG_KEY, NOT_A_LEDGER, or when storage fails
   */
  public static FileLedger open(Path file, String origin, SigningKey key, InstantSource clock) {
    return open(file, origin, key, List.of(), clock);
  }

  /**
   * The same for a ledger that changed its key.
   *
   * @param earlier keys that may have signed the last checkpoint
   */
  public static FileLedger open(
      Path file,
      String origin,
      SigningKey key,
      Collection<VerificationKey> earlier,
      InstantSource clock) {
    List<VerificationKey> keys = new ArrayList<>(earlier);
    keys.add(key.verificationKey());
    return new FileLedger(WritableLedger.open(file, new Signer(origin, key, clock), keys));
  }

  /**
   * Opens a ledger for reading, as its last checkpoint has it now. Takes no lock; a torn tail or
   * entries that are just being written are not seen.
   *
   * @param keys one of them must have signed the last checkpoint
   * @throws LedgerException CORRUPTED, WRONG_KEY, NOT_A_LEDGER, NOT_FOUND, or when storage fails
   */
  public static LedgerView view(Path file, Collection<VerificationKey> keys) {
    return Views.open(file, keys);
  }

  /** What opening had to put right. */
  public Recovery recovery() {
    return opened.recovery();
  }

  @Override
  public Receipt append(List<Bytes> entries) {
    return opened.append(entries);
  }

  @Override
  LedgerView store() {
    return opened.store();
  }

  @Override
  public void close() {
    opened.close();
  }
}
