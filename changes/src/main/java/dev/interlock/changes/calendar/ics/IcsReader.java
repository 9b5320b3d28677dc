package dev.interlock.changes.calendar.ics;

import dev.interlock.changes.calendar.CalendarContent;
import dev.interlock.changes.calendar.CalendarProblem;
import dev.interlock.changes.calendar.Misread;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;

/**
 * Reads an iCalendar file (RFC 5545). ical4j takes the text apart; what the parts mean is decided
 * here, so that nothing is downloaded, cached or left out in silence.
 */
public final class IcsReader {

  private IcsReader() {}

  /**
   * Reads a file's text.
   *
   * @param text the whole file
   * @param name how diagnostics call the file
   * @param tentativeCounts whether events that are only planned (STATUS:TENTATIVE) count
   */
  public static CalendarContent read(String text, String name, boolean tentativeCounts) {
    int broken = ContentLines.firstWithoutColon(text);
    if (broken > 0) {
      return unreadable(name, broken, "this line has no colon, expected NAME:VALUE (RFC 5545)");
    }
    LineCountingReader lines = new LineCountingReader(text);
    IcsParser parser = new IcsParser(lines);
    try {
      new CalendarParserImpl(false).parse(new UnfoldingReader(lines, true), parser);
    } catch (ParserException e) {
      return unreadable(name, lines.lineBefore(), reason(e));
    } catch (Misread e) {
      return unreadable(name, lines.lineBefore(), e.text());
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory can be read", e);
    }
    return content(parser.calendars(), name, tentativeCounts);
  }

  private static CalendarContent content(
      List<IcsComponent> calendars, String name, boolean tentativeCounts) {
    List<IcsComponent> parts = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    for (IcsComponent calendar : calendars) {
      problems.addAll(CalendarForm.problems(name, calendar));
      parts.addAll(calendar.parts());
    }
    CalendarContent events = new IcsEvents(name, parts, tentativeCounts).content();
    return new CalendarContent(List.of(), problems).and(events);
  }

  private static String reason(ParserException e) {
    if (e.getCause() instanceof Misread misread) {
      return misread.text();
    }
    String message = String.valueOf(e.getMessage());
    return message.contains("end of file")
        ? "the file ends before the calendar does"
        : "no iCalendar object (RFC 5545) can be read here";
  }

  private static CalendarContent unreadable(String name, int line, String message) {
    Diagnostic problem = CalendarProblem.NOT_ICALENDAR.at(new SourceRef(name, line, 0), message);
    return new CalendarContent(List.of(), List.of(problem));
  }
}
