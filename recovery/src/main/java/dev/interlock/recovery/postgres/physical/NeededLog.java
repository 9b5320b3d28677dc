package dev.interlock.recovery.postgres.physical;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The part of the log without which a copy is worth nothing.
 *
 * @param from the place where it begins, such as {@code 0/3000060}
 * @param to the place before which it ends
 * @see <a href="https://www.postgresql.org/docs/current/backup-manifest-format.html">Backup
 *     Manifest Format</a>
 */
record NeededLog(long timeline, String from, String to) {

  private static final String PLACE = "[0-9A-F]{1,8}/[0-9A-F]{1,8}";

  /**
   * Out of the manifest that PostgreSQL wrote.
   *
   * @throws IOException when it does not tell, or of several courses of history
   */
  static NeededLog in(byte[] manifest) throws IOException {
    JsonNode ranges = ranges(manifest);
    if (ranges == null || ranges.size() != 1) {
      throw new IOException("its backup_manifest does not tell which log the copy needs");
    }
    JsonNode range = ranges.get(0);
    long timeline = range.path("Timeline").asLong(0);
    String from = range.path("Start-LSN").asString("");
    String to = range.path("End-LSN").asString("");
    if (timeline < 1 || !from.matches(PLACE) || !to.matches(PLACE)) {
      throw new IOException("its backup_manifest names a log that is none: " + range);
    }
    return new NeededLog(timeline, from, to);
  }

  private static @Nullable JsonNode ranges(byte[] manifest) throws IOException {
    try {
      return JsonMapper.shared().readTree(manifest).get("WAL-Ranges");
    } catch (JacksonException e) {
      throw new IOException("its backup_manifest is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** The file that it begins in. */
  WalSegment first(long size) {
    return WalSegment.at(timeline, from, size);
  }

  /** The file that it ends in: a place at the very beginning of one needs nothing of that one. */
  WalSegment last(long size) {
    return WalSegment.at(timeline, WalSegment.place(WalSegment.offset(to) - 1), size);
  }
}
