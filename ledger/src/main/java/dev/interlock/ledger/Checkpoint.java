package dev.interlock.ledger;

import dev.interlock.ledger.note.CheckpointText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of a ledger at a size, in the words of C2SP tlog-checkpoint.
 *
 * @param origin the ledger's unique name, such as {@code example.com/erp}; neither spaces nor plus
 * @param size how many entries
 * @param root Merkle root over them, 32 bytes
 * @param extensions further lines, none empty; see {@link #time}
 */
public record Checkpoint(String origin, long size, Bytes root, List<String> extensions) {

  /** Begins the extension line that holds the time of signing. */
  private static final String TIME = "interlock.dev/time ";

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

  /** When it was signed, by the ledger's own clock; empty when it does not say. */
  public Optional<Instant> time() {
    return extensions.stream()
        .filter(line -> line.startsWith(TIME))
        .findFirst()
        .flatMap(line -> CheckpointText.instant(line.substring(TIME.length())));
  }

  /** The signed text: origin, size, base64 root, extensions, each line ending in a newline. */
  public String text() {
    return CheckpointText.write(this);
  }
}
