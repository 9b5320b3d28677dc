package dev.interlock.estate.checks;

import dev.interlock.estate.DrillSchedule;
import dev.interlock.estate.Entry;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import java.time.Duration;

/** Drills come after whole days, because they start at hours of a day. */
final class DrillsComeByWholeDays implements Check {

  private static final long MOST = 366;

  @Override
  public void run(Estate estate, Names names, Report report) {
    for (Entry<Environment> environment : estate.entries(Environment.class)) {
      DrillSchedule drills = environment.spec().drills();
      if (drills != null && !sensible(drills.every())) {
        report.add(
            EstateCode.BAD_DRILL_DAYS,
            environment.at("drills", "every"),
            "every: expected 1 to " + MOST + " whole days, such as P7D, found " + drills.every());
      }
    }
  }

  private static boolean sensible(Duration every) {
    long days = every.toDays();
    return days >= 1 && days <= MOST && every.equals(Duration.ofDays(days));
  }
}
