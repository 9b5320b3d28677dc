package dev.interlock.recovery.alert;

import dev.interlock.finding.Severity;
import dev.interlock.recovery.StoreRules;

/** What the store does by itself can be asked. */
public final class StoreRulesAreKnown {

  private StoreRulesAreKnown() {}

  /** Judges: what nobody may ask could remove backups tomorrow. */
  public static void judge(Alerts alerts, StoreRules rules) {
    rules
        .doubts()
        .forEach(it ->
            alerts.unknown(
                "backup-rules-unknown", Severity.MEDIUM, rules.place(), it.why(), it.hint()));
  }
}
