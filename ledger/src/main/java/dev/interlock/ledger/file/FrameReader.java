package dev.interlock.ledger.file;

import dev.interlock.ledger.LedgerError;
import dev.interlock.ledger.LedgerException;
import dev.interlock.ledger.note.NoteText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads the frames of a file one after the other, as far as they are whole. Looks no further than
 * the first checkpoint that ends the file at some moment, so that a writer at work does not
 * disturb.
 */
final class FrameReader implements AutoCloseable {

  private final Path file;
  private final Patience patience;
  private final FileBytes bytes;
  private final String origin;
  private long offset;
  private boolean covered;
  private @Nullable String problem;

  FrameReader(Path file, Patience patience) {
    this.file = file;
    this.patience = patience;
    this.bytes = new FileBytes(file);
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

  /** How long the file was when it was last looked at. */
  long length() {
    return bytes.length();
  }

  /** Why reading ended before the end of the file; null when it did not. */
  @Nullable String problem() {
    return problem;
  }

  /** The next frame; null at the end or at a problem. */
  @Nullable Frame next() {
    @Nullable Frame frame = whole();
    for (int round = 0; frame == null && !settled() && round < patience.rounds(); round++) {
      if (!patience.pause()) {
        break;
      }
      problem = null;
      bytes.lookAgain(offset);
      frame = whole();
    }
    covered = frame == null ? covered : !frame.isEntry();
    return frame;
  }

  /** True when a checkpoint ends the file: nobody is in the middle of something. */
  private boolean settled() {
    return covered && offset == bytes.length();
  }

  private @Nullable Frame whole() {
    if (offset >= bytes.length() || problem != null) {
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
    if (size < Format.seal(kind) || size > Format.maxPayload(kind)) {
      return stop("kind or length of the frame are impossible");
    }
    if (size > bytes.length() - offset - Format.PREFIX) {
      return stop("the file ends inside a frame");
    }
    byte[] seal = read(Format.seal(kind));
    return check(new Frame(offset, kind, seal, read(size - seal.length)), kind, checksum);
  }

  private @Nullable Frame check(Frame frame, byte kind, int checksum) {
    if (Format.checksum(frame.offset(), kind, frame.seal(), frame.content()) != checksum) {
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
    return bytes.read((int) Math.min(size, bytes.length() - offset));
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
    bytes.close();
  }
}
