package dev.interlock.recovery.s3store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.exception.SdkException;

/** The content of an object; what the library throws while it is read becomes a fault. */
final class S3Read extends FilterInputStream {

  private final S3Bucket bucket;
  private final String name;

  S3Read(InputStream in, S3Bucket bucket, String name) {
    super(in);
    this.bucket = bucket;
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
    } catch (SdkException e) {
      throw bucket.failed("read " + name, e);
    }
  }
}
