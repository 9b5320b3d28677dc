package dev.interlock.ledger.note;

import dev.interlock.ledger.Bytes;
import java.util.Optional;

/** What a signed note may be made of (C2SP signed-note, section Format). */
public final class NoteText {

  private NoteText() {}

  /** True when a text may be one line of a note: no control characters. */
  public static boolean isLine(String text) {
    return isText(text) && text.indexOf('\n') < 0;
  }

  /** True when a text may be part of a note: no control characters but newlines. */
  static boolean isText(String text) {
    for (int i = 0; i < text.length(); i++) { // a stream would cost more than all the rest
      char c = text.charAt(i);
      if (c < 0x20 && c != '\n') {
        return false;
      }
    }
    return true;
  }

  /**
   * True when a text may name a key: not empty, no Unicode space, no plus, no control character.
   */
  public static boolean isKeyName(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (c == '+' || isSpace(c) || isSurrogate(c)) {
        return false;
      }
    }
    return !text.isEmpty() && isLine(text);
  }

  /** Standard base64 in its only canonical spelling. */
  public static Optional<Bytes> base64(String text) {
    try {
      Bytes bytes = Bytes.base64(text);
      return bytes.base64().equals(text) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** U+0085 is a space to Unicode but to neither of the two methods. */
  private static boolean isSpace(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || codePoint == 0x85;
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
