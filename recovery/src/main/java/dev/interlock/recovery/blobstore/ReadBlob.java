package dev.interlock.recovery.blobstore;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The content of a blob; what Azure's library throws while it is read becomes a fault. */
final class ReadBlob extends FilterInputStream {

  private final BlobFaults faults;
  private final String name;

  ReadBlob(InputStream in, BlobFaults faults, String name) {
    super(in);
    this.faults = faults;
    this.name = name;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      return super.read(buffer, offset, length);
    } catch (RuntimeException e) {
      throw faults.failed("read " + name, e);
    }
  }
}
