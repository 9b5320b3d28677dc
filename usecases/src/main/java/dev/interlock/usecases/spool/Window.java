package dev.interlock.usecases.spool;

import java.nio.ByteBuffer;

/**
 * The part of a file that was read last. It begins somewhat before what was asked for: the record
 * that tells a finding's subject lies just before the finding.
 */
final class Window {

  private static final int SIZE = 1 << 16;
  private static final int BEFORE = 1 << 12;

  private final SpoolFile file;
  private ByteBuffer bytes = ByteBuffer.allocate(0);
  private long start;

  Window(SpoolFile file) {
    this.file = file;
  }

  /** So many bytes from a place; they stay as they are when another part is read. */
  ByteBuffer at(long place, int length) {
    if (place < start || place + length > start + bytes.limit()) {
      long begin = Math.max(0, place - BEFORE);
      int needed = Math.toIntExact(place - begin) + length;
      int there = (int) Math.min(SIZE, file.length() - begin);
      bytes = file.read(begin, Math.max(needed, there));
      start = begin;
    }
    return bytes.slice((int) (place - start), length);
  }
}
