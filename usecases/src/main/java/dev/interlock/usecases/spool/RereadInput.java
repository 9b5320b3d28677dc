package dev.interlock.usecases.spool;

import dev.interlock.finding.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A stream that can be read a second time when that is said before the first: what is taken from it
 * is copied to disk. The stream behind it stays open.
 */
public final class RereadInput extends InputStream {

  private final InputStream first;
  private @Nullable SpoolFile copy;
  private @Nullable Fault failure;
  private boolean keeping;
  private boolean again;
  private long place;

  /** Reads this stream first. */
  public RereadInput(InputStream first) {
    this.first = first;
  }

  /** Copies what is read from now on. */
  public void keep() {
    keeping = true;
  }

  /**
   * From now on gives what was copied, and nothing else.
   *
   * @throws Fault when there was no place for it on disk: only now, since who reads a stream may
   *     take whatever goes wrong for a mistake in what is read
   */
  public void again() {
    if (failure != null) {
      throw failure;
    }
    again = true;
    place = 0;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] bytes, int start, int length) throws IOException {
    if (again) {
      return length == 0 ? 0 : reread(ByteBuffer.wrap(bytes, start, length));
    }
    int read = first.read(bytes, start, length);
    if (keeping && failure == null && read > 0) {
      copy(bytes, start, read);
    }
    return read;
  }

  private void copy(byte[] bytes, int start, int length) {
    try {
      if (copy == null) {
        copy = SpoolFile.create(null);
      }
      copy.append(bytes, start, length);
    } catch (Fault e) {
      failure = e;
    }
  }

  private int reread(ByteBuffer bytes) throws IOException {
    if (copy == null || place == copy.length()) {
      return -1;
    }
    try {
      ByteBuffer next = copy.read(place, (int) Math.min(bytes.remaining(), copy.length() - place));
      place += next.remaining();
      int there = next.remaining();
      bytes.put(next);
      return there;
    } catch (Fault e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Gives the disk back. */
  @Override
  public void close() {
    if (copy != null) {
      copy.close();
    }
  }
}
