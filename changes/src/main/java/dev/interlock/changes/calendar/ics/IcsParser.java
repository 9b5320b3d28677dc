package dev.interlock.changes.calendar.ics;

import dev.interlock.changes.calendar.CalendarProblem;
import dev.interlock.changes.calendar.Misread;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.fortuna.ical4j.data.ContentHandler;

/**
 * Builds components and properties out of what ical4j's parser meets. The library's own object
 * model stays out: it would load a hundred factories and its time zone registry.
 */
final class IcsParser implements ContentHandler {

  private static final int MAX_DEPTH = 10;

  /** Parameters that change when an event holds. */
  private static final Set<String> WEIGHTY = Set.of("RANGE", "TZID", "VALUE");

  private final LineCountingReader lines;
  private final List<IcsComponent> calendars = new ArrayList<>();
  private final Deque<IcsComponent> open = new ArrayDeque<>();
  private Map<String, String> parameters = new HashMap<>();
  private String value = "";
  private String twice = "";
  private int line;

  IcsParser(LineCountingReader lines) {
    this.lines = lines;
  }

  /** The VCALENDAR objects, complete ones only. */
  List<IcsComponent> calendars() {
    return calendars;
  }

  @Override
  public void startCalendar() {
    open("VCALENDAR");
  }

  @Override
  public void endCalendar() {
    calendars.add(open.pop());
  }

  @Override
  public void startComponent(String name) {
    if (open.size() > MAX_DEPTH) {
      throw new Misread(
          CalendarProblem.NOT_ICALENDAR, "components are nested more than " + MAX_DEPTH + " deep");
    }
    open(name);
  }

  @Override
  public void endComponent(String name) {
    IcsComponent closed = open.pop();
    open.element().parts().add(closed);
  }

  @Override
  public void startProperty(String name) {
    parameters = new HashMap<>();
    value = "";
    line = lines.line();
  }

  @Override
  public void parameter(String name, String text) {
    boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    String key = name.toUpperCase(Locale.ROOT);
    String before = parameters.put(key, quoted ? text.substring(1, text.length() - 1) : text);
    if (before != null && WEIGHTY.contains(key)) {
      twice = key;
    }
  }

  @Override
  public void propertyValue(String text) {
    value = text;
  }

  @Override
  public void endProperty(String name) {
    if (!twice.isEmpty()) {
      throw new Misread(CalendarProblem.NOT_ICALENDAR, "the parameter " + twice + " stands twice");
    }
    open.element()
        .properties()
        .add(new IcsProperty(name.toUpperCase(Locale.ROOT), Map.copyOf(parameters), value, line));
  }

  /** The parser has already looked at the line's end when it names a component. */
  private void open(String name) {
    int begun = lines.lineBefore();
    open.push(
        new IcsComponent(
            name.toUpperCase(Locale.ROOT), begun, new ArrayList<>(), new ArrayList<>()));
  }
}
