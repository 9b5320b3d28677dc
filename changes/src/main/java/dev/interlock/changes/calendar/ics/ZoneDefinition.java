package dev.interlock.changes.calendar.ics;

import dev.interlock.changes.calendar.CalendarProblem;
import dev.interlock.changes.calendar.Misread;
import dev.interlock.changes.calendar.recurrence.Budget;
import dev.interlock.changes.calendar.recurrence.LocalRange;
import dev.interlock.changes.calendar.recurrence.Occurrences;
import dev.interlock.changes.calendar.recurrence.Rule;
import dev.interlock.changes.calendar.recurrence.RuleText;
import dev.interlock.changes.calendar.time.TimeText;
import dev.interlock.changes.calendar.time.When;
import dev.interlock.changes.calendar.time.Zone;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns a VTIMEZONE (RFC 5545 section 3.6.5) into zone rules, worked out up to the year 2200. */
final class ZoneDefinition {

  private static final LocalDateTime HORIZON = LocalDateTime.of(2200, 1, 1, 0, 0);

  private final TreeMap<Long, ZoneOffset> changes = new TreeMap<>();
  private final TreeMap<Long, ZoneOffset> before = new TreeMap<>();
  private final Budget budget = new Budget();

  private ZoneDefinition() {}

  static Zone read(String name, IcsComponent definition) {
    ZoneDefinition zone = new ZoneDefinition();
    for (IcsComponent part : definition.parts()) {
      if (part.is("STANDARD") || part.is("DAYLIGHT")) {
        zone.observance(name, part);
      }
    }
    if (zone.changes.isEmpty()) {
      throw broken(name, "has neither STANDARD nor DAYLIGHT");
    }
    return new Zone(name, zone.rules());
  }

  private void observance(String name, IcsComponent part) {
    ZoneOffset from = TimeText.offset(value(name, part, "TZOFFSETFROM"));
    ZoneOffset to = TimeText.offset(value(name, part, "TZOFFSETTO"));
    LocalDateTime first = TimeText.when(value(name, part, "DTSTART"), null).local();
    onset(first, from, to);
    for (IcsProperty extra : part.all("RDATE")) {
      for (String one : extra.value().split(",", -1)) {
        onset(TimeText.when(one, null).local(), from, to);
      }
    }
    for (IcsProperty text : part.all("RRULE")) {
      Rule rule = RuleText.read(text.value());
      LocalRange range = new LocalRange(first, HORIZON);
      Occurrences.each(
          rule,
          first,
          range,
          budget,
          local -> {
            if (within(rule.until(), local, from)) {
              onset(local, from, to);
            }
          });
    }
  }

  private static boolean within(@Nullable When until, LocalDateTime local, ZoneOffset from) {
    return until == null || local.toEpochSecond(from) <= until.epochSecond(Zone.UTC);
  }

  private void onset(LocalDateTime local, ZoneOffset from, ZoneOffset to) {
    budget.occurrence();
    changes.put(local.toEpochSecond(from), to);
    before.put(local.toEpochSecond(from), from);
  }

  private ZoneRules rules() {
    ZoneOffset first = before.firstEntry().getValue();
    ZoneOffset current = first;
    List<ZoneOffsetTransition> transitions = new ArrayList<>();
    for (Map.Entry<Long, ZoneOffset> change : changes.entrySet()) {
      ZoneOffset next = change.getValue();
      if (!next.equals(current)) {
        LocalDateTime local = LocalDateTime.ofEpochSecond(change.getKey(), 0, current);
        transitions.add(ZoneOffsetTransition.of(local, current, next));
        current = next;
      }
    }
    return ZoneRules.of(first, first, List.of(), transitions, List.of());
  }

  private static String value(String name, IcsComponent part, String property) {
    IcsProperty found = part.first(property);
    if (found == null) {
      throw broken(name, "has a " + part.name() + " without " + property);
    }
    if (part.all(property).size() > 1) {
      throw broken(name, "has a " + part.name() + " with " + property + " twice");
    }
    return found.value();
  }

  private static Misread broken(String name, String what) {
    return new Misread(
        CalendarProblem.BAD_ZONE, "the definition of time zone \"" + name + "\" " + what);
  }
}
