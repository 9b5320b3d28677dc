package dev.interlock.expression.function;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Escapes of URIs, by RFC 3986, section 2. */
final class Percent {

  private static final String PLAIN = "-._~";
  private static final String DIGITS = "0123456789ABCDEF";

  private Percent() {}

  /** The text with escapes for all but letters and digits of ASCII and {@code - . _ ~}. */
  static String encode(String text) {
    StringBuilder out = new StringBuilder();
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xFF);
      if (c < 128 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
        out.append(c);
      } else {
        out.append('%').append(DIGITS.charAt(c >> 4)).append(DIGITS.charAt(c & 15));
      }
    }
    return out.toString();
  }

  /** The text without escapes; what is no escape, or not of a text in UTF-8, stays. */
  static String decode(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (isEscape(text, end)) {
        end += 3;
      }
      if (end > at) {
        out.append(octets(text.substring(at, end)));
        at = end;
      } else {
        out.append(text.charAt(at++));
      }
    }
    return out.toString();
  }

  private static boolean isEscape(String text, int at) {
    return at + 2 < text.length()
        && text.charAt(at) == '%'
        && digit(text.charAt(at + 1)) >= 0
        && digit(text.charAt(at + 2)) >= 0;
  }

  private static int digit(char c) {
    return DIGITS.indexOf(c >= 'a' && c <= 'f' ? c - 32 : c);
  }

  private static String octets(String escapes) {
    byte[] octets = new byte[escapes.length() / 3];
    for (int i = 0; i < octets.length; i++) {
      int high = digit(escapes.charAt(3 * i + 1));
      octets[i] = (byte) ((high << 4) | digit(escapes.charAt(3 * i + 2)));
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
    } catch (CharacterCodingException _) {
      return escapes;
    }
  }
}
