package dev.interlock.recovery.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;

/**
 * What is read from it is content, sealed. It holds a segment or two; what is thrown by reading the
 * content is passed on as it is.
 */
final class SealingStream extends InputStream {

  private final InputStream content;
  private final byte[] step;
  private final Ready ready;
  private final OutputStream cipher;
  private int filled;
  private boolean ended;

  /** Begins: what is small is known after the first step. */
  SealingStream(String name, InputStream content, SealedForm form) throws IOException {
    this.content = content;
    this.step = new byte[SealedForm.SMALL + 1];
    this.filled = content.readNBytes(step, 0, step.length);
    byte[] head = form.head(filled <= SealedForm.SMALL);
    this.ready = new Ready();
    ready.write(head);
    try {
      this.cipher = form.cipher(head).newEncryptingStream(ready, SealedForm.bound(name, head));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM is not to be had", e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    while (ready.isEmpty() && !ended) {
      advance();
    }
    return ready.take(buffer, offset, length);
  }

  private void advance() throws IOException {
    cipher.write(step, 0, filled);
    ended = filled < step.length;
    if (ended) {
      cipher.close();
    } else {
      filled = content.readNBytes(step, 0, step.length);
    }
  }

  /** Sealed bytes that nobody has read. */
  private static final class Ready extends ByteArrayOutputStream {

    private int taken;

    boolean isEmpty() {
      return taken == count;
    }

    int take(byte[] buffer, int offset, int length) {
      if (isEmpty()) {
        return length == 0 ? 0 : -1;
      }
      int n = Math.min(length, count - taken);
      System.arraycopy(buf, taken, buffer, offset, n);
      taken += n;
      if (isEmpty()) {
        reset();
        taken = 0;
      }
      return n;
    }
  }
}
