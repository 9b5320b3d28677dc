package dev.interlock.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** An immutable byte string with the equality of its content: an entry, a hash, a signature. */
public final class Bytes {

  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  /** A copy of an array. */
  public static Bytes of(byte[] array) {
    return new Bytes(array.clone());
  }

  /** The UTF-8 encoding of a text. */
  public static Bytes utf8(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The bytes that hexadecimal digits of either case stand for; IllegalArgumentException if not.
   */
  public static Bytes hex(String digits) {
    return new Bytes(HexFormat.of().parseHex(digits));
  }

  /** The bytes of a standard base64 text (RFC 4648, section 4); IllegalArgumentException if not. */
  public static Bytes base64(String text) {
    return new Bytes(Base64.getDecoder().decode(text));
  }

  /** How many bytes. */
  public int length() {
    return content.length;
  }

  /** A copy of the bytes. */
  public byte[] toArray() {
    return content.clone();
  }

  /** Lower-case hexadecimal. */
  public String hex() {
    return HexFormat.of().formatHex(content);
  }

  /** Standard base64 with padding (RFC 4648, section 4). */
  public String base64() {
    return Base64.getEncoder().encodeToString(content);
  }

  /** The text these bytes encode in UTF-8; malformed sequences become replacement characters. */
  public String utf8() {
    return new String(content, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  /** The length and the first bytes: entries can be long. */
  @Override
  public String toString() {
    int shown = Math.min(content.length, 32);
    String more = shown < content.length ? "… (" + content.length + " bytes)" : "";
    return HexFormat.of().formatHex(content, 0, shown) + more;
  }
}
