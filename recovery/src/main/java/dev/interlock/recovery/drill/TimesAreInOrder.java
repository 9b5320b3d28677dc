package dev.interlock.recovery.drill;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill.Checked;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The times that a manifest tells can be: nothing was complete before it was begun, nothing was
 * made in the future. The clocks of a database server and of a host may differ a little.
 */
public final class TimesAreInOrder {

  /** Name of the check. */
  public static final String NAME = "backup/times-are-in-order";

  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private TimesAreInOrder() {}

  /** Compares them with each other and with the present. */
  public static Checked check(Backup backup, Instant now) {
    List<String> wrong = new ArrayList<>();
    after(
        "the moment that was saved", backup.point(), "the backup was begun", backup.begun(), wrong);
    after(
        "the backup was complete", backup.at(), "the moment that was saved", backup.point(), wrong);
    after("now", now, "the backup was complete", backup.at(), wrong);
    return wrong.isEmpty()
        ? Checked.pass(NAME, "begun, saved and complete in this order", Map.of())
        : Checked.fail(NAME, "a clock was wrong: " + String.join("; ", wrong), Map.of());
  }

  private static void after(
      String what, Instant at, String than, Instant earlier, List<String> wrong) {
    if (at.plus(TOLERANCE).isBefore(earlier)) {
      wrong.add(what + " (" + at + ") lies before " + than + " (" + earlier + ")");
    }
  }
}
