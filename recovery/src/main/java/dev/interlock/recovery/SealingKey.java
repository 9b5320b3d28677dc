package dev.interlock.recovery;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.store.KeyFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A key that backups are sealed with. It must lie elsewhere than the backups; who loses it has lost
 * them. It never shows itself.
 */
public final class SealingKey {

  private static final int BYTES = 32;

  private final byte[] bytes;

  private SealingKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A new key. */
  public static SealingKey generate() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new SealingKey(bytes);
  }

  /** The key of these 32 bytes. */
  public static SealingKey of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a sealing key has 32 bytes, found " + bytes.length);
    }
    return new SealingKey(bytes.clone());
  }

  /**
   * The key in a file.
   *
   * @throws Fault WRONG_KEY when there is none that can be read
   */
  public static SealingKey read(Path file) {
    return KeyFile.read(file);
  }

  /**
   * Writes the key into a new file that only its owner may read.
   *
   * @throws Fault PROTECTED when the file is there, STORE_FAILED when it can't be written
   */
  public void write(Path file) {
    KeyFile.write(file, this);
  }

  /** The secret itself, for the cipher and the file. */
  public byte[] secret() {
    return bytes.clone();
  }

  /** What names the key without telling it, {@code sha256:…}. */
  public String fingerprint() {
    return "sha256:" + HexFormat.of().formatHex(fingerprintBytes());
  }

  /** The fingerprint as bytes. */
  public byte[] fingerprintBytes() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update("interlock sealing key 1\n".getBytes(StandardCharsets.US_ASCII));
      return sha.digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SealingKey key && MessageDigest.isEqual(bytes, key.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(fingerprintBytes());
  }

  @Override
  public String toString() {
    return "SealingKey[" + fingerprint() + "]";
  }
}
