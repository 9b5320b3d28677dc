package dev.interlock.recovery.alert;

import dev.interlock.evidence.Backup;
import dev.interlock.finding.Moment;
import dev.interlock.finding.Severity;
import dev.interlock.recovery.StoreLayout;
import dev.interlock.recovery.StoreRule;
import dev.interlock.recovery.StoreRule.After;
import dev.interlock.recovery.StoreRule.From;
import dev.interlock.recovery.StoreRules;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The store itself removes backups that the plan still wants, past every rule of ours. */
public final class StoreRemovesThem {

  private static final int TOLD = 2;

  private final Alerts alerts;
  private final StoreRules rules;

  private StoreRemovesThem(Alerts alerts, StoreRules rules) {
    this.alerts = alerts;
    this.rules = rules;
  }

  /** Judges every rule by which objects go. */
  public static void judge(Alerts alerts, StoreRules rules) {
    StoreRemovesThem judge = new StoreRemovesThem(alerts, rules);
    rules.rules().stream().filter(it -> it.tier() == null).forEach(judge::judge);
  }

  private void judge(StoreRule rule) {
    List<Needed> lost =
        Needed.of(alerts).stream()
            .filter(it -> rule.reaches(rules.root() + it.beginning()) && it.isNeededAt(rule.age()))
            .toList();
    if (!lost.isEmpty()) {
      boolean forEver = rules.removed().isEmpty() && lost.getFirst().isBackup();
      alerts.fail(
          "backup-expires-early",
          forEver ? Severity.CRITICAL : Severity.HIGH,
          rules.place() + "#" + rule.name(),
          RuleWords.of(rules, rule) + ": it takes " + words(lost) + first(rule, lost) + after(),
          "end the rule, or let it spare everything under "
              + rules.place()
              + "; interlock backup prune removes what the plan no longer wants");
    }
  }

  private static String words(List<Needed> lost) {
    return lost.stream().map(Needed::words).limit(TOLD).collect(Collectors.joining("; and "));
  }

  /** Which backup goes first, and when; a rule may be late, or not yet at work. */
  private String first(StoreRule rule, List<Needed> lost) {
    if (!lost.getFirst().beginning().startsWith(StoreLayout.BACKUPS)) {
      return "";
    }
    return alerts.finished().stream()
        .filter(it -> isWanted(rule) || !it.holds().isEmpty())
        .map(Alerts::manifest)
        .min(Comparator.comparing(Backup::begun))
        .map(it ->
            "; "
                + it.backup()
                + " is lost first, from "
                + Moment.utc(RuleWords.later(from(rule, it.begun()), alerts.now()))
                + " on")
        .orElse("");
  }

  /** By the plan, and not by a hold alone. */
  private boolean isWanted(StoreRule rule) {
    return rule.age().compareTo(LongestKept.by(alerts.watched().plan())) < 0;
  }

  private static Instant from(StoreRule rule, Instant stored) {
    return switch (rule.when()) {
      case From it -> it.moment();
      case After it -> stored.plus(it.age());
    };
  }

  private String after() {
    return rules.removed().isEmpty() ? "" : "; " + rules.removed();
  }
}
