package dev.interlock.changes.calendar.recurrence;

import static dev.interlock.changes.calendar.recurrence.Frequency.DAILY;
import static dev.interlock.changes.calendar.recurrence.Frequency.MONTHLY;
import static dev.interlock.changes.calendar.recurrence.Frequency.WEEKLY;
import static dev.interlock.changes.calendar.recurrence.Frequency.YEARLY;

import dev.interlock.changes.calendar.CalendarProblem;
import dev.interlock.changes.calendar.Misread;

/** What RFC 5545 section 3.3.10 forbids: a rule that breaks it means something else to everyone. */
final class RuleLimits {

  private RuleLimits() {}

  static Rule checked(Rule rule, String text) {
    Frequency frequency = rule.frequency();
    boolean ordinals = rule.weekdays().stream().anyMatch(day -> day.ordinal() != 0);
    refuse(rule.count() > 0 && rule.until() != null, text, "COUNT and UNTIL exclude each other");
    refuse(!rule.weekNumbers().isEmpty() && frequency != YEARLY, text, "BYWEEKNO needs YEARLY");
    refuse(
        !rule.yearDays().isEmpty()
            && (frequency == DAILY || frequency == WEEKLY || frequency == MONTHLY),
        text,
        "BYYEARDAY goes with neither DAILY, WEEKLY nor MONTHLY");
    refuse(!rule.monthDays().isEmpty() && frequency == WEEKLY, text, "BYMONTHDAY excludes WEEKLY");
    refuse(
        ordinals && frequency != MONTHLY && frequency != YEARLY,
        text,
        "the n-th weekday needs MONTHLY or YEARLY");
    refuse(ordinals && !rule.weekNumbers().isEmpty(), text, "the n-th weekday excludes BYWEEKNO");
    refuse(
        !rule.positions().isEmpty() && !picks(rule),
        text,
        "BYSETPOS needs another part to pick from");
    return rule;
  }

  private static boolean picks(Rule rule) {
    return !(rule.months().isEmpty()
        && rule.weekNumbers().isEmpty()
        && rule.yearDays().isEmpty()
        && rule.monthDays().isEmpty()
        && rule.weekdays().isEmpty()
        && rule.hours().isEmpty()
        && rule.minutes().isEmpty()
        && rule.seconds().isEmpty());
  }

  private static void refuse(boolean broken, String text, String why) {
    if (broken) {
      throw new Misread(
          CalendarProblem.BAD_RULE,
          "the rule " + text + " is forbidden by RFC 5545 section 3.3.10: " + why);
    }
  }
}
