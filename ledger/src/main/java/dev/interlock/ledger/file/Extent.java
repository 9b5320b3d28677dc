package dev.interlock.ledger.file;

import org.jspecify.annotations.Nullable;

/**
 * How far the frames of a file are whole.
 *
 * @param origin the ledger's name in the header
 * @param end offset of the first byte that is in no whole frame; the length when all are
 * @param length of the file in bytes
 * @param problem why the frame at the end is not whole, or null
 */
record Extent(String origin, long end, long length, @Nullable String problem) {

  /** How many bytes are in no whole frame. */
  long rest() {
    return length - end;
  }
}
