package dev.interlock.usecases.spool;

import java.util.ArrayList;
import java.util.List;

/** A growing list of places in a file, without an object for each. */
final class Places {

  private static final int CHUNK = 4096;

  private final List<long[]> chunks = new ArrayList<>();
  private int size;

  void add(long place) {
    if (size % CHUNK == 0) {
      chunks.add(new long[CHUNK]);
    }
    chunks.getLast()[size++ % CHUNK] = place;
  }

  long get(int index) {
    return chunks.get(index / CHUNK)[index % CHUNK];
  }
}
