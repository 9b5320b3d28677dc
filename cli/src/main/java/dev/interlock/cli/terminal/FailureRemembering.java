package dev.interlock.cli.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Keeps the first failure of a stream and drops what follows, as a {@code PrintWriter} would. */
final class FailureRemembering extends OutputStream {

  private final OutputStream out;
  private @Nullable IOException failure;

  FailureRemembering(OutputStream out) {
    this.out = out;
  }

  @Nullable IOException failure() {
    return failure;
  }

  /**
   * The words differ by system: Linux and macOS say broken pipe, Windows that it is being closed.
   */
  boolean readerLeft() {
    if (failure == null) {
      return false;
    }
    String words = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return words.contains("broken pipe")
        || words.contains("pipe is being closed")
        || words.contains("connection reset");
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] b, int off, int len) {
    if (failure != null) {
      return;
    }
    try {
      out.write(b, off, len);
    } catch (IOException e) {
      failure = e;
    }
  }

  @Override
  public void flush() {
    if (failure != null) {
      return;
    }
    try {
      out.flush();
    } catch (IOException e) {
      failure = e;
    }
  }
}
