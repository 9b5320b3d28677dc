package dev.interlock.recovery.postgres.process;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** Remembers when something was last written. One thread writes, others ask. */
final class SeenOutput extends FilterOutputStream {

  private volatile long last = System.nanoTime();

  SeenOutput(OutputStream out) {
    super(out);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    last = System.nanoTime();
    out.write(bytes, offset, length);
    last = System.nanoTime();
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  boolean quietFor(Duration time) {
    return System.nanoTime() - last > time.toNanos();
  }
}
