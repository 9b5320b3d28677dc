package dev.interlock.document.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Recognises the encoding as YAML 1.2, section 5.2 does, and takes the byte-order mark away. */
final class Encodings {

  /** Stands for bytes that are no text; the noncharacter itself is not allowed in YAML either. */
  static final char NOT_TEXT = '\uFFFE';

  private Encodings() {}

  static Reader decode(InputStream bytes) throws IOException {
    PushbackInputStream stream = new PushbackInputStream(bytes, 4);
    byte[] head = new byte[4];
    int length = stream.readNBytes(head, 0, 4);
    int mark = markLength(head, length);
    stream.unread(head, mark, length - mark);
    // Replacing instead of failing keeps the place of the bad bytes: the reader trips over the
    // replacement exactly there.
    return new InputStreamReader(
        stream,
        charset(head, length)
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .replaceWith(String.valueOf(NOT_TEXT)));
  }

  private static Charset charset(byte[] head, int length) {
    if (length >= 2) {
      int first = head[0] & 0xFF;
      int second = head[1] & 0xFF;
      if ((first == 0xFF && second == 0xFE) || (first != 0 && second == 0)) {
        return StandardCharsets.UTF_16LE;
      }
      if ((first == 0xFE && second == 0xFF) || (first == 0 && second != 0)) {
        return StandardCharsets.UTF_16BE;
      }
    }
    return StandardCharsets.UTF_8;
  }

  private static int markLength(byte[] head, int length) {
    if (length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
      return 3;
    }
    boolean sixteen =
        length >= 2
            && ((head[0] == (byte) 0xFF && head[1] == (byte) 0xFE)
                || (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF));
    return sixteen ? 2 : 0;
  }
}
