package dev.interlock.recovery.postgres.physical;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The head of a page of the log, as every version of PostgreSQL since 10 writes it. */
record WalPage(ByteBuffer bytes) {

  /** What the first page of a file has at least. */
  static final int LONG_HEAD = 40;

  private static final int HEAD = 24;
  private static final int CONTINUES = 0x1;
  private static final int LONG = 0x2;
  private static final int OVERWRITES = 0x8;
  private static final int FAMILY = 0xD000;

  static WalPage of(byte[] page) {
    return new WalPage(ByteBuffer.wrap(page).order(ByteOrder.nativeOrder()));
  }

  /** False for pages that nothing was written to, and for what is no log. */
  boolean isWritten() {
    return (version() & 0xFE00) == FAMILY;
  }

  /** A number that each version of PostgreSQL writes at the beginning of all pages of its log. */
  int version() {
    return Short.toUnsignedInt(bytes.getShort(0));
  }

  boolean isLong() {
    return (flags() & LONG) != 0;
  }

  int head() {
    return isLong() ? LONG_HEAD : HEAD;
  }

  /** It begins with the rest of a record of the page before. */
  boolean continues() {
    return (flags() & CONTINUES) != 0;
  }

  /** The record of the page before was given up: its server ended while it was written. */
  boolean overwrites() {
    return (flags() & OVERWRITES) != 0;
  }

  long timeline() {
    return Integer.toUnsignedLong(bytes.getInt(4));
  }

  /** Its place in the log, in bytes. */
  long address() {
    return bytes.getLong(8);
  }

  int rest() {
    return bytes.getInt(16);
  }

  /** Number of the server's data; only of a long head. */
  long system() {
    return bytes.getLong(24);
  }

  /** How large all files of the log are; only of a long head. */
  long segmentBytes() {
    return Integer.toUnsignedLong(bytes.getInt(32));
  }

  /** How large its pages are; only of a long head. */
  int pageBytes() {
    return bytes.getInt(36);
  }

  private int flags() {
    return Short.toUnsignedInt(bytes.getShort(2));
  }
}
