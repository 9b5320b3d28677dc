package dev.interlock.ledger;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What opening a ledger for writing had to put right after an interrupted write.
 *
 * @param adoptedEntries whole entries that no checkpoint covered; they were kept and are now
 *     covered
 * @param tornOffset in the file, in bytes, where the torn tail began
 * @param tornBytes how many bytes were in no whole frame; 0 when nothing was torn
 * @param savedTo a file beside the ledger with the torn bytes, or null when nothing was torn
 */
public record Recovery(
    long adoptedEntries, long tornOffset, long tornBytes, @Nullable Path savedTo) {

  /** True when there was nothing to put right. */
  public boolean nothingToDo() {
    return adoptedEntries == 0 && tornBytes == 0;
  }
}
