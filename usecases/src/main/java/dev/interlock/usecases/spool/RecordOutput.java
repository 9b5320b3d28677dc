package dev.interlock.usecases.spool;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a record while it is written. {@link RecordInput} reads them. */
final class RecordOutput {

  private static final int MORE = 0x80;
  private static final int SEVEN = 7;
  private static final int MOST_OF_NUMBER = 10;
  private static final int USUAL = 1 << 12;

  private byte[] bytes = new byte[USUAL];
  private int length = Integer.BYTES;

  /** Begins anew. */
  void clear() {
    length = Integer.BYTES;
  }

  /** Appends what was written, after its length in four bytes. */
  void to(SpoolFile file) {
    ByteBuffer.wrap(bytes).putInt(length - Integer.BYTES);
    file.append(bytes, 0, length);
  }

  /** A number, small ones in few bytes. */
  void number(long value) {
    room(MOST_OF_NUMBER);
    long rest = value;
    while ((rest & -MORE) != 0) {
      bytes[length++] = (byte) (rest | MORE);
      rest >>>= SEVEN;
    }
    bytes[length++] = (byte) rest;
  }

  /** A yes or no. */
  void flag(boolean value) {
    number(value ? 1 : 0);
  }

  /** A text, char by char, so that what is no Unicode comes back as it was, too. */
  void text(String text) {
    boolean wide = isWide(text);
    number(((long) text.length() << 1) | (wide ? 1 : 0));
    if (wide) {
      wide(text);
    } else {
      narrow(text.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  private static boolean isWide(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0xFF) {
        return true;
      }
    }
    return false;
  }

  private void narrow(byte[] text) {
    room(text.length);
    System.arraycopy(text, 0, bytes, length, text.length);
    length += text.length;
  }

  private void wide(String text) {
    room(Math.multiplyExact(text.length(), Character.BYTES));
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      bytes[length++] = (byte) (c >>> Byte.SIZE);
      bytes[length++] = (byte) c;
    }
  }

  private void room(int more) {
    int needed = Math.addExact(length, more);
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(needed, (int) Math.min(2L * bytes.length, 1 << 30)));
    }
  }
}
