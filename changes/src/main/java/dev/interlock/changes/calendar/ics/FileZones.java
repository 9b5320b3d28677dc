package dev.interlock.changes.calendar.ics;

import dev.interlock.changes.calendar.CalendarProblem;
import dev.interlock.changes.calendar.Misread;
import dev.interlock.changes.calendar.time.Zone;
import dev.interlock.changes.calendar.time.ZoneNames;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The time zones of one file. An IANA name means the JDK's rules, which are newer than any copy in
 * a file; any other name means the VTIMEZONE of that name in the file, then the zone that Windows
 * calls so.
 */
final class FileZones {

  private final Map<String, IcsComponent> definitions = new HashMap<>();
  private final Set<String> disputed = new HashSet<>();
  private final Map<String, Zone> resolved = new HashMap<>();

  FileZones(List<IcsComponent> parts) {
    for (IcsComponent part : parts) {
      IcsProperty id = part.is("VTIMEZONE") ? part.first("TZID") : null;
      if (id != null) {
        String name = id.value().strip();
        IcsComponent other = definitions.putIfAbsent(name, part);
        if (other != null && !other.saysTheSameAs(part)) {
          disputed.add(name);
        }
      }
    }
  }

  /** The zone that TZID names, or {@link Misread} when nobody knows it. */
  Zone named(String name) {
    return resolved.computeIfAbsent(name.strip(), this::resolve);
  }

  private Zone resolve(String name) {
    Zone iana = ZoneNames.iana(name);
    if (iana != null) {
      return iana;
    }
    IcsComponent definition = definitions.get(name);
    if (disputed.contains(name)) {
      throw new Misread(
          CalendarProblem.BAD_ZONE,
          "the file defines the time zone \"" + name + "\" more than once, each time differently");
    }
    if (definition != null) {
      return ZoneDefinition.read(name, definition);
    }
    Zone alias = ZoneNames.alias(name);
    if (alias != null) {
      return alias;
    }
    throw new Misread(
        CalendarProblem.BAD_ZONE,
        "the time zone \""
            + name
            + "\" is neither an IANA or Windows name nor defined in the file");
  }
}
