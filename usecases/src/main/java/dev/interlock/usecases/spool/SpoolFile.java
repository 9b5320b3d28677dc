package dev.interlock.usecases.spool;

import dev.interlock.finding.Fault;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A temporary file for its owner alone. Where the system allows it, it has lost its name before the
 * first byte is written: however the program ends, nothing is left behind.
 */
final class SpoolFile implements AutoCloseable {

  private static final int AT_ONCE = 1 << 20;

  private final FileChannel channel;
  private final Path folder;
  private final ByteBuffer waiting = ByteBuffer.allocate(AT_ONCE);
  private long written;

  /**
   * Over an open file.
   *
   * @param folder where it is, for people
   */
  SpoolFile(FileChannel channel, Path folder) {
    this.channel = channel;
    this.folder = folder;
  }

  /**
   * An empty file.
   *
   * @param folder where; null for the system's folder for temporary files
   * @throws Fault when it can't be made
   */
  static SpoolFile create(@Nullable Path folder) {
    Path there =
        Objects.requireNonNullElseGet(folder, () -> Path.of(System.getProperty("java.io.tmpdir")));
    try {
      Path file = Files.createTempFile(there, "interlock-findings-", ".tmp");
      return new SpoolFile(open(file), there);
    } catch (IOException e) {
      throw SpoolFault.of(there, e);
    }
  }

  private static FileChannel open(Path file) throws IOException {
    try {
      return FileChannel.open(
          file,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /** How many bytes were appended. */
  long length() {
    return written + waiting.position();
  }

  /** Appends so many bytes. */
  void append(byte[] bytes, int start, int length) {
    if (waiting.remaining() < length) {
      flush();
    }
    if (waiting.remaining() < length) {
      write(ByteBuffer.wrap(bytes, start, length));
    } else {
      waiting.put(bytes, start, length);
    }
  }

  /** Reads so many bytes from a place. */
  ByteBuffer read(long place, int length) {
    if (!channel.isOpen()) {
      throw new IllegalStateException("findings are read after their report was closed");
    }
    flush();
    ByteBuffer bytes = ByteBuffer.allocate(length);
    try {
      while (bytes.hasRemaining()) {
        if (channel.read(bytes, place + bytes.position()) < 0) {
          throw new EOFException("the file has become shorter");
        }
      }
    } catch (IOException e) {
      throw SpoolFault.of(folder, e);
    }
    return bytes.flip();
  }

  private void flush() {
    write(waiting.flip());
    waiting.clear();
  }

  private void write(ByteBuffer bytes) {
    try {
      while (bytes.hasRemaining()) {
        written += channel.write(bytes, written);
      }
    } catch (IOException e) {
      throw SpoolFault.of(folder, e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw SpoolFault.of(folder, e);
    }
  }
}
