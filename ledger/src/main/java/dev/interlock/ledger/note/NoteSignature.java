package dev.interlock.ledger.note;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.LedgerError;
import dev.interlock.ledger.LedgerException;
import dev.interlock.ledger.SigningKey;
import dev.interlock.ledger.VerificationKey;
import dev.interlock.ledger.crypto.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One signature line of a note (C2SP signed-note, section Signatures).
 *
 * @param keyName who signed
 * @param value the 4-byte key id followed by the signature
 */
public record NoteSignature(String keyName, Bytes value) {

  private static final int KEY_ID = 4;
  private static final byte ED25519 = 1;
  private static final String DASH = "\u2014 ";

  /** Signs a note text with Ed25519. */
  public static NoteSignature sign(String keyName, String text, SigningKey key) {
    byte[] id = keyId(keyName, key.verificationKey());
    byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
    byte[] value = Arrays.copyOf(id, KEY_ID + signature.length);
    System.arraycopy(signature, 0, value, KEY_ID, signature.length);
    return new NoteSignature(keyName, Bytes.of(value));
  }

  /** Reads a line without its newline. */
  public static NoteSignature parse(String line) {
    int space = line.lastIndexOf(' ');
    if (!line.startsWith(DASH) || space < DASH.length()) {
      throw bad("a signature line has not the form: dash, key name, base64");
    }
    String keyName = line.substring(DASH.length(), space);
    Bytes value =
        NoteText.base64(line.substring(space + 1))
            .orElseThrow(() -> bad("a signature is not base64"));
    if (!NoteText.isKeyName(keyName) || value.length() <= KEY_ID) {
      throw bad("a signature has a bad key name or is too short");
    }
    return new NoteSignature(keyName, value);
  }

  /** The line with its newline. */
  public String line() {
    return DASH + keyName + " " + value.base64() + "\n";
  }

  /** True when name and id are those of the key under this name. */
  public boolean claims(String name, VerificationKey key) {
    byte[] claimed = Arrays.copyOf(value.toArray(), KEY_ID);
    return keyName.equals(name) && Arrays.equals(claimed, keyId(name, key));
  }

  /** True when the signature is the key's over exactly this text. */
  public boolean holds(String text, VerificationKey key) {
    byte[] bytes = value.toArray();
    byte[] signature = Arrays.copyOfRange(bytes, KEY_ID, bytes.length);
    return key.verifies(text.getBytes(StandardCharsets.UTF_8), signature);
  }

  private static byte[] keyId(String keyName, VerificationKey key) {
    byte[] name = (keyName + "\n").getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(Sha256.hash(name, new byte[] {ED25519}, key.raw()), KEY_ID);
  }

  private static LedgerException bad(String why) {
    return new LedgerException(LedgerError.BAD_CHECKPOINT, "not a signed note: " + why);
  }
}
