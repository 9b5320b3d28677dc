package dev.interlock.server.console;

import dev.interlock.changes.RegisterEvent;
import dev.interlock.changes.RegisteredChange;
import dev.interlock.usecases.DecidedChange;
import org.jspecify.annotations.Nullable;

/** Why an approver is not asked about a change, and what would help. */
final class Unasked {

  private Unasked() {}

  /**
   * In words; empty when nobody's answer is missing.
   *
   * @param person behind the account; null for nobody
   */
  static String of(
      RegisteredChange change, @Nullable DecidedChange decided, @Nullable String person) {
    if (decided == null || decided.missing().isEmpty()) {
      return "";
    }
    if (person == null) {
      return "Your answer would not be heard: no person of the estate stands behind this account."
          + " An administrator can name one.";
    }
    return filed(change, person)
        ? "Your answer would not be heard: you filed this change, so another person must answer it."
        : "Your answer would not be heard: the answers that are missing are asked of others, named"
            + " below. To be asked, a role of the approval policy must name "
            + person
            + " for "
            + change.version().environment()
            + " in the estate.";
  }

  private static boolean filed(RegisteredChange change, String person) {
    return change.events().stream()
        .filter(event ->
            event.says() instanceof RegisterEvent.Filed
                || event.says() instanceof RegisterEvent.Revised)
        .anyMatch(event -> event.account().equalsIgnoreCase(person));
  }
}
