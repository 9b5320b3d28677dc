package dev.interlock.changes.calendar.source;

import dev.interlock.changes.calendar.time.When;
import dev.interlock.changes.calendar.time.Zone;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds what was said about an occurrence by its original start: by the instant when that was given
 * with a time, by the day when it was given as a day or the event takes whole days.
 */
final class Exceptions<T> {

  private final Map<Long, T> byInstant = new HashMap<>();
  private final Map<LocalDate, T> byDay = new HashMap<>();
  private final boolean wholeDays;

  Exceptions(boolean wholeDays) {
    this.wholeDays = wholeDays;
  }

  void put(When original, Zone zone, T value) {
    if (wholeDays || original.wholeDay()) {
      byDay.put(original.local().toLocalDate(), value);
    } else {
      byInstant.put(original.epochSecond(zone), value);
    }
  }

  @Nullable T find(LocalDateTime local, long start) {
    T found = byInstant.isEmpty() ? null : byInstant.get(start);
    return found != null || byDay.isEmpty() ? found : byDay.get(local.toLocalDate());
  }
}
