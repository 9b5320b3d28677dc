package dev.interlock.recovery.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that looks at blocks as they are read: a single byte is a block of one. */
public abstract class BlockInputStream extends FilterInputStream {

  /** Reads another stream. */
  protected BlockInputStream(InputStream in) {
    super(in);
  }

  @Override
  public final int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /** Reads a block of the other stream: what looks at blocks does so around this. */
  @Override
  public int read(byte[] block, int from, int length) throws IOException {
    return in.read(block, from, length);
  }
}
