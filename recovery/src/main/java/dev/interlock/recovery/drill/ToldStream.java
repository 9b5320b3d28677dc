package dev.interlock.recovery.drill;

import dev.interlock.recovery.PartProgress;
import dev.interlock.recovery.store.BlockInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells how much of a part of a backup was read, now and then. */
final class ToldStream extends BlockInputStream {

  private static final long OFTEN = 4 << 20;

  private final PartProgress progress;
  private final long all;
  private long done;
  private long told;

  /**
   * Reads on.
   *
   * @param all bytes that will come; 0 when nobody knows
   */
  ToldStream(InputStream in, long all, PartProgress progress) {
    super(in);
    this.all = all;
    this.progress = progress;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    tell(Math.max(0, read));
    return read;
  }

  private void tell(long read) {
    done += read;
    if (done - told >= OFTEN || (done == all && told < done)) {
      told = done;
      progress.at(done, all);
    }
  }
}
