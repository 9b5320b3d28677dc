package dev.interlock.recovery.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.IntConsumer;

/** Tells how much goes by. */
public final class CountedOutput extends FilterOutputStream {

  private final IntConsumer seen;

  /** Tells the bytes of each write. */
  public CountedOutput(OutputStream out, IntConsumer seen) {
    super(out);
    this.seen = seen;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    seen.accept(length);
  }
}
