package dev.interlock.recovery.store;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingKey;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters.HashType;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.util.SecretBytes;
import dev.interlock.recovery.SealingKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/**
 * How an object looks when it is sealed: a head that tells the form, the size of its segments and
 * the beginning of the key's fingerprint; then AES-256-GCM in segments with a key derived for this
 * object. Name and head are authenticated: an object under another's name does not open.
 */
final class SealedForm {

  /** Bytes of the head. */
  static final int HEAD = 8 + 1 + 16;

  /** What fits into one segment of this size is sealed in a small one, which needs less memory. */
  static final int SMALL = (1 << 16) - SealedForm.SEGMENT_COST;

  private static final byte[] MAGIC = "ilseal1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int SMALL_BITS = 16;
  private static final int LARGE_BITS = 20;

  /** The cipher's own head, and the tag at the end of each segment. */
  private static final int CIPHER_HEAD = 1 + 32 + 7;

  private static final int TAG = 16;
  private static final int SEGMENT_COST = CIPHER_HEAD + TAG;

  private final SealingKey key;
  private final StreamingAead small;
  private final StreamingAead large;

  SealedForm(SealingKey key) {
    this.key = key;
    this.small = cipher(key, SMALL_BITS);
    this.large = cipher(key, LARGE_BITS);
  }

  @AccessesPartialKey // there are no keys of ours in the library's own form
  private static StreamingAead cipher(SealingKey key, int segmentBits) {
    try {
      AesGcmHkdfStreamingParameters parameters =
          AesGcmHkdfStreamingParameters.builder()
              .setKeySizeBytes(32)
              .setDerivedAesGcmKeySizeBytes(32)
              .setHkdfHashType(HashType.SHA256)
              .setCiphertextSegmentSizeBytes(1 << segmentBits)
              .build();
      SecretBytes secret = SecretBytes.copyFrom(key.secret(), InsecureSecretKeyAccess.get());
      return AesGcmHkdfStreaming.create(AesGcmHkdfStreamingKey.create(parameters, secret));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM is not to be had", e);
    }
  }

  /** The head of an object whose content is small, or is not. */
  byte[] head(boolean isSmall) {
    return ByteBuffer.allocate(HEAD)
        .put(MAGIC)
        .put((byte) (isSmall ? SMALL_BITS : LARGE_BITS))
        .put(key.fingerprintBytes(), 0, 16)
        .array();
  }

  /** The cipher that a head asks for. */
  StreamingAead cipher(byte[] head) {
    return head[MAGIC.length] == SMALL_BITS ? small : large;
  }

  /** What is authenticated beside the content. */
  static byte[] bound(String name, byte[] head) {
    byte[] text = name.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(head.length + text.length).put(head).put(text).array();
  }

  static boolean isSealed(byte[] head) {
    return head.length == HEAD
        && Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
        && (head[MAGIC.length] == SMALL_BITS || head[MAGIC.length] == LARGE_BITS);
  }

  /** True when an object was sealed with this key. */
  boolean isOurs(byte[] head) {
    return Arrays.equals(head, MAGIC.length + 1, HEAD, key.fingerprintBytes(), 0, 16);
  }

  /** How many bytes are in an object that lies there with so many. */
  static long contained(long sealed) {
    long segments = Math.max(1, -Math.floorDiv(-(sealed - HEAD), 1L << LARGE_BITS));
    return Math.max(0, sealed - HEAD - CIPHER_HEAD - segments * TAG);
  }
}
