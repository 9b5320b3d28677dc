package dev.interlock.changes.calendar.ics;

import dev.interlock.changes.calendar.CalendarProblem;
import dev.interlock.changes.calendar.Misread;
import dev.interlock.changes.calendar.time.Zone;
import dev.interlock.changes.calendar.time.ZoneNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The time zones of one file. An IANA name means the JDK's rules, which are newer than any copy in
 * a file; any other name means the VTIMEZONE of that name in the file, then the zone that Windows
 * calls so.
 */
final class FileZones {

  private final Map<String, IcsComponent> definitions = new HashMap<>();
  private final Map<String, Zone> resolved = new HashMap<>();

  FileZones(List<IcsComponent> parts) {
    for (IcsComponent part : parts) {
      IcsProperty id = part.is("VTIMEZONE") ? part.first("TZID") : null;
      if (id != null) {
        definitions.putIfAbsent(id.value().strip(), part);
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
