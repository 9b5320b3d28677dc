package dev.interlock.ledger.file;

import dev.interlock.ledger.LedgerError;
import dev.interlock.ledger.LedgerException;
import dev.interlock.ledger.note.NoteText;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the frames of a file one after the other, as far as they are whole. Looks no further than
 * the length the file had at the beginning, so that a writer at work does not disturb.
 */
final class FrameReader implements AutoCloseable {

  private static final int BUFFER = 1 << 18;

  private final Path file;
  private final long length;
  private final InputStream in;
  private final String origin;
  private long offset;
  private @Nullable String problem;

  FrameReader(Path file) {
    this.file = file;
    try {
      this.length = Files.size(file);
      this.in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    } catch (IOException e) {
      throw StorageErrors.of(file, "read", e);
    }
    try {
      this.origin = readHeader();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** The ledger's name in the header line. */
  String origin() {
    return origin;
  }

  /** Where the next frame starts, or the first byte that is in no whole frame. */
  long offset() {
    return offset;
  }

  /** How long the file was at the beginning. */
  long length() {
    return length;
  }

  /** Why reading ended before the end of the file; null when it did not. */
  @Nullable String problem() {
    return problem;
  }

  /** The next frame; null at the end or at a problem. */
  @Nullable Frame next() {
    if (offset == length || problem != null) {
      return null;
    }
    byte[] prefix = read(Format.PREFIX);
    if (prefix.length < Format.PREFIX) {
      return stop("the file ends inside the prefix of a frame");
    }
    ByteBuffer fields = ByteBuffer.wrap(prefix);
    byte kind = fields.get();
    int size = fields.getInt();
    int checksum = fields.getInt();
    if (size < 0 || size > Format.maxPayload(kind)) {
      return stop("kind or length of the frame are impossible");
    }
    if (size > length - offset - Format.PREFIX) {
      return stop("the file ends inside a frame");
    }
    return check(new Frame(offset, kind, read(size)), kind, checksum);
  }

  private @Nullable Frame check(Frame frame, byte kind, int checksum) {
    if (Format.checksum(frame.offset(), kind, frame.payload()) != checksum) {
      return stop("the checksum of the frame does not match");
    }
    offset = frame.end();
    return frame;
  }

  private @Nullable Frame stop(String why) {
    problem = why;
    return null;
  }

  private byte[] read(int size) {
    try {
      byte[] bytes = new byte[(int) Math.min(size, length - offset)];
      int read = in.readNBytes(bytes, 0, bytes.length);
      return read == bytes.length ? bytes : Arrays.copyOf(bytes, read);
    } catch (IOException e) {
      throw StorageErrors.of(file, "read", e);
    }
  }

  private String readHeader() {
    StringBuilder line = new StringBuilder();
    byte[] one = read(1);
    while (one.length == 1 && one[0] != '\n' && line.length() < Format.MAX_HEADER) {
      line.append((char) (one[0] & 0xff));
      one = read(1);
    }
    String text =
        new String(line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    String name = text.substring(Math.min(text.length(), Format.MAGIC.length() + 1));
    boolean whole = one.length == 1 && one[0] == '\n';
    if (!whole || !text.startsWith(Format.MAGIC + " ") || !NoteText.isKeyName(name)) {
      throw new LedgerException(
          LedgerError.NOT_A_LEDGER,
          file + ": not a ledger: it does not begin with \"" + Format.MAGIC + "\" and a name");
    }
    offset = line.length() + 1L;
    return name;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw StorageErrors.of(file, "close", e);
    }
  }
}
