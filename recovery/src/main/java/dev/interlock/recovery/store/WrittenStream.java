package dev.interlock.recovery.store;

import dev.interlock.finding.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is written by one who writes, as a stream for one who reads. A writer that failed makes
 * reading fail: half a dump must not look like a whole one.
 */
public final class WrittenStream extends InputStream {

  private static final int AHEAD = 1 << 20;

  private final PipedInputStream in = new PipedInputStream(AHEAD);
  private final AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();
  private final Thread writer;

  /** Begins to write in a thread of its own. */
  public WrittenStream(Consumer<OutputStream> write) throws IOException {
    PipedOutputStream out = new PipedOutputStream(in);
    writer = Thread.ofPlatform().daemon().name("dump").start(() -> write(write, out));
  }

  private void write(Consumer<OutputStream> write, PipedOutputStream out) {
    try (out) {
      write.accept(out);
      out.flush();
    } catch (IOException | RuntimeException | Error e) {
      failed.compareAndSet(null, e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = taken(buffer, offset, length);
    if (read < 0) {
      join();
      Throwable why = failed.get();
      if (why != null) {
        throw ended(new IOException("the writer ended early"));
      }
    }
    return read;
  }

  /**
   * A pipe takes the thread that wrote last for its writer, and says that it is broken when that
   * thread is gone. Tools are read by threads that go before the writer does: it alone counts.
   */
  private int taken(byte[] buffer, int offset, int length) throws IOException {
    while (true) {
      boolean last = !writer.isAlive();
      try {
        return in.read(buffer, offset, length);
      } catch (IOException e) {
        if (last) {
          throw ended(e);
        }
        pause();
      }
    }
  }

  private void pause() throws IOException {
    try {
      writer.join(10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private void join() throws IOException {
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** What the writer said is worth more than that its end of the pipe is gone. */
  private IOException ended(IOException pipe) throws IOException {
    join();
    switch (failed.get()) {
      case Fault fault -> throw fault;
      case null -> {
        return pipe;
      }
      case Throwable why -> {
        return new IOException(String.valueOf(why.getMessage()), why);
      }
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
    join();
  }
}
