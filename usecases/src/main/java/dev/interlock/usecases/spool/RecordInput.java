package dev.interlock.usecases.spool;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads a record in the order in which {@link RecordOutput} wrote it. */
final class RecordInput {

  private static final int LOW = 0x7F;
  private static final int SEVEN = 7;

  private final ByteBuffer bytes;

  RecordInput(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /** How many bytes were not read yet. */
  int left() {
    return bytes.remaining();
  }

  long number() {
    long value = 0;
    int shift = 0;
    byte next = bytes.get();
    while (next < 0) {
      value |= (long) (next & LOW) << shift;
      shift += SEVEN;
      next = bytes.get();
    }
    return value | (long) next << shift;
  }

  boolean flag() {
    return number() != 0;
  }

  String text() {
    long header = number();
    int length = (int) (header >>> 1);
    return (header & 1) == 0 ? narrow(length) : wide(length);
  }

  private String narrow(int length) {
    int start = bytes.arrayOffset() + bytes.position();
    bytes.position(bytes.position() + length);
    return new String(bytes.array(), start, length, StandardCharsets.ISO_8859_1);
  }

  private String wide(int length) {
    char[] chars = new char[length];
    bytes.slice().asCharBuffer().get(chars);
    bytes.position(bytes.position() + length * Character.BYTES);
    return new String(chars);
  }
}
