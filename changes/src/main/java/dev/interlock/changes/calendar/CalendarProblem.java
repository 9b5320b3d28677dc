package dev.interlock.changes.calendar;

import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;

/** What can be wrong with a calendar. Codes are permanent; a retired one is never used again. */
public enum CalendarProblem {
  /** The environment does not exist. */
  NO_SUCH_ENVIRONMENT("WIN001"),
  /** The environment serves a plant that does not exist. */
  NO_SUCH_PLANT("WIN002"),
  /** A calendar is named that does not exist. */
  NO_SUCH_CALENDAR("WIN003"),
  /** The file is missing, too large, or can't be read. */
  FILE_UNREADABLE("WIN004"),
  /** The file is no iCalendar object, or ends too early. */
  NOT_ICALENDAR("WIN005"),
  /** A date, time, length or period is malformed. */
  BAD_TIME("WIN006"),
  /** A recurrence rule is malformed, or says what RFC 5545 forbids. */
  BAD_RULE("WIN007"),
  /** A time zone is unknown and not defined in the file, or its definition is broken. */
  BAD_ZONE("WIN008"),
  /** An event has no start, or contradicts itself. */
  BAD_EVENT("WIN009"),
  /** The calendar uses something that could change when it holds and is not supported. */
  UNSUPPORTED("WIN010"),
  /** The calendar has more occurrences than any working calendar has. */
  TOO_DENSE("WIN011"),
  /** No time zone is known for floating times. */
  NO_TIME_ZONE("WIN012"),
  /** Something in the calendar has no effect: a warning. */
  NO_EFFECT("WIN013"),
  /** An instant or a length that no calendar reaches. */
  OUT_OF_RANGE("WIN014"),
  /** A plant has neither shifts nor a calendar of effect busy that holds for the change. */
  NO_WORKING_TIME("WIN015");

  private final String code;

  CalendarProblem(String code) {
    this.code = code;
  }

  /** The permanent code. */
  public String code() {
    return code;
  }

  /** An error at a place: the calendar can't be relied on. */
  public Diagnostic at(SourceRef source, String message) {
    return Diagnostic.error(code, source, message);
  }

  /** A warning at a place: the calendar can be relied on. */
  public Diagnostic warning(SourceRef source, String message) {
    return Diagnostic.warning(code, source, message);
  }
}
