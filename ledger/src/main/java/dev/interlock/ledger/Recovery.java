package dev.interlock.ledger;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What opening a ledger for writing had to put right after an interrupted write.
 *
 * @param adoptedEntries whole entries that no checkpoint covered and that bear the seal of this
 *     ledger's key; they were kept and are now covered
 * @param setAside what else stood behind the last checkpoint; empty when nothing did
 */
public record Recovery(long adoptedEntries, Optional<SetAside> setAside) {

  /**
   * Bytes that were moved out of the ledger, because no checkpoint covers them and they do not bear
   * the seal of its key. Whether they were ever acknowledged cannot be told from the file alone; a
   * checkpoint kept elsewhere can tell.
   *
   * @param offset in the file, in bytes, where they began
   * @param bytes how many
   * @param entries how many whole entries are among them, which somebody else may have put there
   * @param savedTo a file beside the ledger that has them now
   */
  public record SetAside(long offset, long bytes, long entries, Path savedTo) {}

  /** True when there was nothing to put right. */
  public boolean nothingToDo() {
    return adoptedEntries == 0 && setAside.isEmpty();
  }
}
