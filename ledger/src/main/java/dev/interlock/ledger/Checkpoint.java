package dev.interlock.ledger;

import dev.interlock.ledger.note.CheckpointText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of a ledger at a size, in the words of C2SP tlog-checkpoint.
 *
 * @param origin the ledger's unique name, such as {@code example.com/erp}; neither spaces nor plus
 * @param size how many entries
 * @param root Merkle root over them, 32 bytes
 * @param extensions further lines, none empty; see {@link #time} and {@link #previous}
 */
public record Checkpoint(String origin, long size, Bytes root, List<String> extensions) {

  /** Begins the extension line that holds the time of signing. */
  private static final String TIME = "interlock.dev/time ";

  /** Begins the extension line that holds the digest of the checkpoint before. */
  private static final String PREVIOUS = "interlock.dev/previous ";

  /** Copies the extensions and checks what the format demands. */
  public Checkpoint {
    extensions = List.copyOf(extensions);
    CheckpointText.check(origin, size, root, extensions);
  }

  /**
   * A checkpoint made now.
   *
   * @param time when it is signed, or null to leave it out
   */
  public static Checkpoint of(String origin, long size, Bytes root, @Nullable Instant time) {
    return new Checkpoint(origin, size, root, time == null ? List.of() : List.of(TIME + time));
  }

  /**
   * The same checkpoint, naming the one before it in the same ledger. So the signature of the last
   * checkpoint vouches for every earlier one, times included.
   */
  public Checkpoint after(SignedCheckpoint previous) {
    List<String> lines = new ArrayList<>(extensions);
    lines.add(PREVIOUS + previous.digest().base64());
    return new Checkpoint(origin, size, root, lines);
  }

  /** {@link SignedCheckpoint#digest} of the checkpoint before; empty when it names none. */
  public Optional<Bytes> previous() {
    return extension(PREVIOUS).flatMap(CheckpointText::bytes);
  }

  /** When it was signed, by the ledger's own clock; empty when it does not say. */
  public Optional<Instant> time() {
    return extension(TIME).flatMap(CheckpointText::instant);
  }

  private Optional<String> extension(String start) {
    for (String line : extensions) {
      if (line.startsWith(start)) {
        return Optional.of(line.substring(start.length()));
      }
    }
    return Optional.empty();
  }

  /** The signed text: origin, size, base64 root, extensions, each line ending in a newline. */
  public String text() {
    return CheckpointText.write(this);
  }
}
