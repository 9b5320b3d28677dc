package dev.interlock.ledger.crypto;

import java.util.Base64;
import java.util.Optional;

/** Textual encoding of keys (RFC 7468): one block with a label. */
public final class Pem {

  private static final int LINE = 64;

  private Pem() {}

  /** True when a text is meant to be PEM. */
  public static boolean isPem(String text) {
    return text.stripLeading().startsWith("-----BEGIN ");
  }

  /**
   * The content of the only block.
   *
   * @param label such as {@code PUBLIC KEY}
   * @return empty when the text is not exactly one well-formed block with that label
   */
  public static Optional<byte[]> decode(String label, String text) {
    String stripped = text.strip();
    String begin = "-----BEGIN " + label + "-----";
    String end = "-----END " + label + "-----";
    if (!stripped.startsWith(begin)
        || !stripped.endsWith(end)
        || stripped.length() < begin.length() + end.length()) {
      return Optional.empty();
    }
    String body = stripped.substring(begin.length(), stripped.length() - end.length());
    return base64(body.replaceAll("\\s", ""));
  }

  private static Optional<byte[]> base64(String body) {
    try {
      return Optional.of(Base64.getDecoder().decode(body));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** One block, lines of 64 characters, ending in a newline. */
  public static String encode(String label, byte[] content) {
    String body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }
}
