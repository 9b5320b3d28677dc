package dev.interlock.recovery.drill;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.postgres.LeftOut;
import dev.interlock.recovery.postgres.drill.Isolation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a drill is kept from reaching anybody. None of it says anything about the backup, so it does
 * not fail one; but whoever reads the drill must know what was in force, and what did not come
 * back.
 */
final class ReachesNobody {

  private static final int SHOWN = 10;

  private ReachesNobody() {}

  /** What the place of the drill keeps in. */
  static Checked place(Isolation isolation) {
    return told("restore/place-is-isolated", isolation);
  }

  /** What the booted Odoo could reach. */
  static Checked program(Isolation isolation) {
    return told("boot/odoo-is-isolated", isolation);
  }

  private static Checked told(String name, Isolation isolation) {
    return Checked.pass(name, isolation.words(), Map.of("cut-off", isolation.cutOff() ? 1L : 0L));
  }

  /** What of the dump was left out. */
  static Checked restored(LeftOut leftOut) {
    return Checked.pass(
        "restore/left-out",
        leftOut.isEmpty() ? "nothing of the dump was left out" : words(leftOut),
        Map.of(
            "materialized-views", (long) leftOut.views().size(),
            "subscriptions", (long) leftOut.subscriptions(),
            "user-mappings", (long) leftOut.userMappings()));
  }

  private static String some(List<String> names) {
    String some = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
    return names.size() > SHOWN ? some + " and " + (names.size() - SHOWN) + " more" : some;
  }

  private static String words(LeftOut leftOut) {
    List<String> parts = new ArrayList<>();
    if (leftOut.userMappings() > 0) {
      parts.add(leftOut.userMappings() + " user mappings to other servers");
    }
    if (leftOut.subscriptions() > 0) {
      parts.add(leftOut.subscriptions() + " subscriptions");
    }
    if (!leftOut.views().isEmpty()) {
      parts.add(
          "the rows of materialized views, which are empty until somebody refreshes them and are"
              + " not verified: "
              + some(leftOut.views()));
    }
    return "left out, so that the copy reaches nobody: " + String.join("; ", parts);
  }
}
