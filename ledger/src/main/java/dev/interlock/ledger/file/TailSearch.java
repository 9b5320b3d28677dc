package dev.interlock.ledger.file;

import dev.interlock.ledger.LedgerException;
import dev.interlock.ledger.SignedCheckpoint;
import dev.interlock.ledger.VerificationKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Tells a torn tail from damage. A checkpoint is written only after the entries before it are safe
 * on disk, so a crash never leaves a later checkpoint behind a hole. One that the ledger's key
 * signed, over more entries than are covered before the hole, proves that acknowledged bytes
 * changed. It cannot be planted: who writes entries cannot sign checkpoints, and the old ones cover
 * too little.
 */
final class TailSearch {

  private static final int WINDOW = 1 << 20;

  private final Path file;
  private final Collection<VerificationKey> keys;

  TailSearch(Path file, Collection<VerificationKey> keys) {
    this.file = file;
    this.keys = keys;
  }

  /**
   * Why what follows an offset is damage; null when a crash can have left it.
   *
   * @param covered how many entries a signed checkpoint before the offset covers. Those that stand
   *     there uncovered do not count: anybody can have put them there
   */
  @Nullable String damage(Extent extent, long covered) {
    if (extent.rest() > Format.MAX_COMMIT) {
      return extent.rest() + " bytes are unreadable, more than an interrupted write can leave";
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return search(channel, extent, covered);
    } catch (IOException e) {
      throw StorageErrors.of(file, "read", e);
    }
  }

  private @Nullable String search(FileChannel channel, Extent extent, long covered)
      throws IOException {
    for (long from = extent.end(); from < extent.length(); from += WINDOW) {
      int overlap = Format.PREFIX + Format.MAX_CHECKPOINT;
      ByteBuffer window = read(channel, from, Math.min(WINDOW + overlap, extent.length() - from));
      for (int at = 0; at < Math.min(WINDOW, window.limit()); at++) {
        @Nullable SignedCheckpoint found = checkpointAt(window, at, from + at);
        if (found != null && found.checkpoint().size() > covered && found.signedBy(keys)) {
          return "a signed checkpoint over "
              + found.checkpoint().size()
              + " entries follows at byte "
              + (from + at);
        }
      }
    }
    return null;
  }

  private static @Nullable SignedCheckpoint checkpointAt(ByteBuffer window, int at, long offset) {
    if (window.get(at) != Format.CHECKPOINT || window.limit() - at < Format.PREFIX) {
      return null;
    }
    int size = window.getInt(at + 1);
    if (size < 0 || size > Format.MAX_CHECKPOINT || size > window.limit() - at - Format.PREFIX) {
      return null;
    }
    byte[] payload = new byte[size];
    window.get(at + Format.PREFIX, payload);
    boolean whole =
        Format.checksum(offset, Format.CHECKPOINT, Format.NO_SEAL, payload)
            == window.getInt(at + 5);
    return whole ? parse(payload) : null;
  }

  private static @Nullable SignedCheckpoint parse(byte[] payload) {
    try {
      return SignedCheckpoint.parse(payload);
    } catch (LedgerException e) {
      return null;
    }
  }

  private static ByteBuffer read(FileChannel channel, long from, long size) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) size);
    while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) > 0) {
      // a read may return less than was asked for
    }
    return buffer.flip();
  }
}
