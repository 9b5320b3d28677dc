package dev.interlock.recovery.retention;

import dev.interlock.recovery.BackupId;
import dev.interlock.recovery.RetentionRule;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Days, weeks, months and years, of which the last backup is kept. */
final class Periods {

  private Periods() {}

  /**
   * Why backups are kept for being the last of a period.
   *
   * @param good the newest first
   */
  static Map<BackupId, List<String>> kept(List<Candidate> good, RetentionRule rule) {
    Map<BackupId, List<String>> kept = new HashMap<>();
    keep(good, rule.daily(), rule.zone(), Periods::day, kept);
    keep(good, rule.weekly(), rule.zone(), Periods::week, kept);
    keep(good, rule.monthly(), rule.zone(), Periods::month, kept);
    keep(good, rule.yearly(), rule.zone(), Periods::year, kept);
    return kept;
  }

  private static void keep(
      List<Candidate> good,
      int count,
      ZoneId zone,
      Function<ZonedDateTime, String> period,
      Map<BackupId, List<String>> kept) {
    Set<String> seen = new HashSet<>();
    for (Candidate backup : good) {
      Instant point = backup.point();
      if (point != null && seen.size() < count) {
        String name = period.apply(point.atZone(zone));
        if (seen.add(name)) {
          kept.computeIfAbsent(backup.id(), _ -> new ArrayList<>())
              .add("it is the last of " + name);
        }
      }
    }
  }

  private static String day(ZonedDateTime time) {
    return "day " + time.toLocalDate();
  }

  private static String week(ZonedDateTime time) {
    return "week %d-W%02d"
        .formatted(
            time.get(IsoFields.WEEK_BASED_YEAR), time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  private static String month(ZonedDateTime time) {
    return "month %d-%02d".formatted(time.getYear(), time.getMonthValue());
  }

  private static String year(ZonedDateTime time) {
    return "year " + time.getYear();
  }
}
