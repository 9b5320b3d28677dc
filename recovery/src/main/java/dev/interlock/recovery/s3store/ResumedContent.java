package dev.interlock.recovery.s3store;

import dev.interlock.recovery.store.BlockInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * The content of an object, which goes on where a connection broke off. The SDK repeats requests,
 * but not the reading of an answer, and reading a large backup takes longer than networks hold.
 */
final class ResumedContent extends BlockInputStream {

  /** How often in a row it may break off before anything more is read. */
  private static final int ATTEMPTS = 4;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

  private final Source source;
  private final String version;
  private long position;
  private int broken;

  /** Asks for an object. */
  interface Source {

    /**
     * The object from a place on.
     *
     * @param from how many of its bytes are left out
     * @param version the tag that it must still have; empty for any
     */
    ResponseInputStream<GetObjectResponse> open(long from, String version);
  }

  private ResumedContent(Source source, ResponseInputStream<GetObjectResponse> begin) {
    super(begin);
    this.source = source;
    this.version = begin.response().eTag() == null ? "" : begin.response().eTag();
  }

  /** Asks for it once, which may fail as any question does. */
  static InputStream of(Source source) {
    return new ResumedContent(source, source.open(0, ""));
  }

  @Override
  public int read(byte[] block, int from, int length) throws IOException {
    while (true) {
      try {
        int read = super.read(block, from, length);
        position += Math.max(0, read);
        broken = 0;
        return read;
      } catch (IOException e) {
        resume(e);
      } catch (SdkException e) {
        resume(new IOException(e.getMessage(), e));
      }
    }
  }

  private void resume(IOException why) throws IOException {
    broken++;
    if (broken == ATTEMPTS) {
      throw why;
    }
    pause(why);
    abort();
    try {
      in = source.open(position, version);
    } catch (SdkException e) {
      why.addSuppressed(e);
      throw why;
    }
  }

  private void pause(IOException why) throws IOException {
    try {
      Thread.sleep(FIRST_PAUSE.multipliedBy(1L << broken));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      why.addSuppressed(e);
      throw (IOException) new InterruptedIOException("interrupted").initCause(why);
    }
  }

  /** Closing would read the rest. */
  private void abort() {
    if (in instanceof ResponseInputStream<?> answer) {
      answer.abort();
    }
  }
}
