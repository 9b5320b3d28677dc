package dev.interlock.server.drills;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a drill is.
 *
 * @param stage that is worked on; empty before the first
 * @param stageBegun when it began; null before the first
 * @param done so much of it is done
 * @param total of so much; 0 when nobody knows
 * @param passed checks that were passed until now
 * @param failed checks that were not
 * @param unsure checks that could not tell
 */
public record DrillProgress(
    String stage,
    @Nullable Instant stageBegun,
    long done,
    long total,
    int passed,
    int failed,
    int unsure) {

  /** Nothing was begun. */
  static final DrillProgress NONE = new DrillProgress("", null, 0, 0, 0, 0, 0);
}
