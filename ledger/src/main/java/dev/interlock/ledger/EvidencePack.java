package dev.interlock.ledger;

import dev.interlock.ledger.pack.PackBuilder;
import dev.interlock.ledger.pack.PackCheck;
import java.nio.file.Path;
import java.util.Collection;
import java.util.function.LongConsumer;

/**
 * One ZIP that verifies on its own: entries with proofs that they are in a ledger, the signed
 * checkpoint, public keys, attached files, and a README that tells how to verify all this with
 * sha256sum and openssl. The same content always gives the same bytes.
 */
public final class EvidencePack {

  private final PackBuilder builder;

  private EvidencePack(PackBuilder builder) {
    this.builder = builder;
  }

  /**
   * An empty pack of the ledger as it stands now.
   *
   * @param ledgerKey must have signed the ledger's checkpoint
   * @throws LedgerException WRONG_KEY when it did not
   */
  public static EvidencePack of(LedgerView ledger, VerificationKey ledgerKey) {
    return new EvidencePack(new PackBuilder(ledger, ledgerKey));
  }

  /**
   * Adds an entry; harmless when repeated. The ledger must stay open until the pack is written.
   *
   * @param index below the ledger's size; IndexOutOfBoundsException otherwise
   */
  public EvidencePack entry(long index) {
    builder.entry(index);
    return this;
  }

  /**
   * Adds a public key under {@code keys/NAME.pem}, for example that of an approver.
   *
   * @param name letters, digits, dots and dashes; not {@code ledger}
   */
  public EvidencePack key(String name, VerificationKey key) {
    builder.key(name, key);
    return this;
  }

  /**
   * Adds a file under {@code attachments/NAME}. It is read when the pack is written.
   *
   * @param name with slashes for folders
   * @throws LedgerException BAD_PACK when some system could not unpack a file of that name
   */
  public EvidencePack attach(String name, Path file) {
    builder.attach(name, file);
    return this;
  }

  /** Writes the ZIP; replaces an older one. */
  public void writeTo(Path zip) {
    writeTo(zip, done -> {});
  }

  /**
   * Writes the ZIP.
   *
   * @param filesDone is told after each file how many are in
   * @throws LedgerException when a file cannot be read or written
   */
  public void writeTo(Path zip, LongConsumer filesDone) {
    builder.writeTo(zip, filesDone);
  }

  /**
   * Verifies a pack. Nothing in it is trusted, the keys least; nothing is unpacked.
   *
   * @param trusted keys that were got by another way; one must have signed the checkpoint
   * @throws LedgerException BAD_PACK when this is no pack, or one built to do harm
   */
  public static PackVerification verify(Path zip, Collection<VerificationKey> trusted) {
    return PackCheck.of(zip, trusted);
  }
}
