package dev.interlock.recovery;

import java.time.Duration;
import java.time.ZoneId;

/**
 * How long backups are kept. Days, weeks, months and years in which there was no good backup are
 * not counted: who pauses for a month does not lose what there is.
 *
 * @param all every backup is kept for so long
 * @param daily of so many days the last backup is kept
 * @param weekly of so many weeks, from Monday to Sunday, the last backup is kept
 * @param monthly of so many months the last backup is kept
 * @param yearly of so many years the last backup is kept
 * @param unfinished so long an unfinished backup is left, as somebody may still be at it
 * @param zone where days begin and end
 */
public record RetentionRule(
    Duration all,
    int daily,
    int weekly,
    int monthly,
    int yearly,
    Duration unfinished,
    ZoneId zone) {

  public RetentionRule {
    if (all.isNegative() || unfinished.isNegative()) {
      throw new IllegalArgumentException("nothing is kept for less than no time");
    }
    if (daily < 0 || weekly < 0 || monthly < 0 || yearly < 0) {
      throw new IllegalArgumentException("no fewer than 0 backups are kept");
    }
  }
}
