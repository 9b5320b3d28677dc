package dev.interlock.ledger;

import dev.interlock.ledger.crypto.Sha256;
import dev.interlock.ledger.note.CheckpointText;
import dev.interlock.ledger.note.SignedNote;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint as it is handed out and kept: a C2SP signed note, whose key name is the origin.
 * Reading one proves nothing; ask {@link #signedBy}.
 */
public final class SignedCheckpoint {

  private static final int MAX_BYTES = 1 << 20;

  private final Checkpoint checkpoint;
  private final SignedNote note;
  private final Bytes digest;

  private SignedCheckpoint(Checkpoint checkpoint, SignedNote note) {
    this.checkpoint = checkpoint;
    this.note = note;
    this.digest = Bytes.of(Sha256.hash(note.note().getBytes(StandardCharsets.UTF_8)));
  }

  /** Signs a checkpoint. */
  public static SignedCheckpoint sign(Checkpoint checkpoint, SigningKey key) {
    return new SignedCheckpoint(
        checkpoint, SignedNote.sign(checkpoint.origin(), checkpoint.text(), key));
  }

  /**
   * Reads a signed checkpoint.
   *
   * @param note UTF-8
   * @throws LedgerException BAD_CHECKPOINT
   */
  public static SignedCheckpoint parse(byte[] note) {
    if (note.length > MAX_BYTES) {
      throw bad("larger than " + MAX_BYTES + " bytes", null);
    }
    SignedNote read = SignedNote.parse(decode(note));
    return new SignedCheckpoint(CheckpointText.read(read.text()), read);
  }

  /** What was signed. */
  public Checkpoint checkpoint() {
    return checkpoint;
  }

  /** The whole note: text, empty line, signatures. */
  public String note() {
    return note.note();
  }

  /** SHA-256 of the whole note. */
  public Bytes digest() {
    return digest;
  }

  /** True when the key signed this under the checkpoint's origin. */
  public boolean signedBy(VerificationKey key) {
    return note.signedBy(checkpoint.origin(), key);
  }

  /** True when one of the keys signed this. */
  public boolean signedBy(Collection<VerificationKey> keys) {
    return keys.stream().anyMatch(this::signedBy);
  }

  private static String decode(byte[] note) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(note)).toString();
    } catch (CharacterCodingException e) {
      throw bad("not UTF-8 text", e);
    }
  }

  private static LedgerException bad(String why, @Nullable Throwable cause) {
    return new LedgerException(
        LedgerError.BAD_CHECKPOINT, "not a signed checkpoint: " + why, cause);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SignedCheckpoint that && note.equals(that.note);
  }

  @Override
  public int hashCode() {
    return note.hashCode();
  }

  /** The whole note. */
  @Override
  public String toString() {
    return note();
  }
}
