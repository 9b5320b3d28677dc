package dev.interlock.recovery.backup;

import dev.interlock.recovery.store.BlockInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntConsumer;

/** Tells how much is read. */
final class CountedInput extends BlockInputStream {

  private final IntConsumer seen;

  /** Tells the bytes of each block. */
  CountedInput(InputStream in, IntConsumer seen) {
    super(in);
    this.seen = seen;
  }

  @Override
  public int read(byte[] block, int from, int length) throws IOException {
    int read = super.read(block, from, length);
    seen.accept(Math.max(0, read));
    return read;
  }
}
