package dev.interlock.estate.checks;

import dev.interlock.estate.Calendar;
import dev.interlock.estate.Entry;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;

/** A calendar has a file or events, and not both. */
final class CalendarsSayWhen implements Check {

  @Override
  public void run(Estate estate, Names names, Report report) {
    for (Entry<Calendar> calendar : estate.entries(Calendar.class)) {
      boolean file = calendar.spec().file() != null;
      boolean events = !calendar.spec().events().isEmpty();
      if (file == events) {
        report.add(
            EstateCode.CALENDAR_SOURCE,
            calendar.at("events"),
            calendar.title()
                + (file ? " has both a file and events" : " has neither a file nor events"),
            file ? "make two calendars of it" : "add file: NAME.ics or a list of events");
      }
    }
  }
}
