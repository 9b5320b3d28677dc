package dev.interlock.cli.recovery;

import dev.interlock.finding.Durations;
import dev.interlock.recovery.FallbackSheet;

/** What text and page of a sheet say alike. */
final class SheetWords {

  private SheetWords() {}

  static String review(FallbackSheet sheet) {
    if (sheet.reviewedOn() == null) {
      return "OVERDUE: nobody ever tried this sheet";
    }
    String tried = "tried " + sheet.reviewedOn() + ", next by " + sheet.dueOn();
    return sheet.overdue() ? "OVERDUE: " + tried : tried;
  }

  static String lasts(FallbackSheet sheet) {
    return "The system is to be back after " + Durations.words(sheet.rto()) + " at the latest.";
  }

  static String inShort(FallbackSheet sheet) {
    String fallback = sheet.fallback();
    return fallback == null ? "Nothing says how to go on: ask those below." : fallback;
  }
}
