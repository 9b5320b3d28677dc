package dev.interlock.recovery.alert;

import dev.interlock.finding.Durations;
import dev.interlock.finding.Severity;
import dev.interlock.recovery.StoreLayout;
import dev.interlock.recovery.StoreRule;
import dev.interlock.recovery.StoreRule.Tier;
import dev.interlock.recovery.StoreRules;
import java.time.Duration;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The store moves backups that the plan still wants to where they can't be read at once. */
public final class StoreMovesThem {

  private static final String RULE = "backup-archived-early";

  private final Alerts alerts;
  private final StoreRules rules;
  private final @Nullable Duration rto;

  private StoreMovesThem(Alerts alerts, StoreRules rules, @Nullable Duration rto) {
    this.alerts = alerts;
    this.rules = rules;
    this.rto = rto;
  }

  /**
   * Judges every rule by which objects are moved.
   *
   * @param rto the shortest of the processes that work in the environment; null when none does
   */
  public static void judge(Alerts alerts, StoreRules rules, @Nullable Duration rto) {
    StoreMovesThem judge = new StoreMovesThem(alerts, rules, rto);
    rules
        .rules()
        .forEach(rule -> {
          Tier tier = rule.tier();
          if (tier != null && !tier.isReadAtOnce()) {
            judge.judge(rule, tier);
          }
        });
  }

  /** Where it takes several kinds, the one counts that may rest least. */
  private void judge(StoreRule rule, Tier tier) {
    Needed.of(alerts).stream()
        .filter(Needed::isBackup)
        .filter(it -> rule.reaches(rules.root() + it.beginning()))
        .filter(it -> it.isNeededAt(rule.age()))
        .min(
            Comparator.comparing((Needed it) -> mayRest(rule, it))
                .thenComparing(it -> it.age() != null))
        .ifPresent(it -> tell(rule, tier, it));
  }

  /**
   * Old copies beyond what the plan keeps of all may rest, a hold or not; what a loss today needs
   * may not, and new backups need old files.
   */
  private boolean mayRest(StoreRule rule, Needed moved) {
    return !moved.beginning().equals(StoreLayout.FILES)
        && rule.age().compareTo(alerts.watched().plan().keep()) >= 0;
  }

  private void tell(StoreRule rule, Tier tier, Needed moved) {
    String about = rules.place() + "#" + rule.name();
    String what = RuleWords.of(rules, rule) + ": it takes " + moved.words();
    Duration readable = tier.readableAfter();
    if (readable == null) {
      alerts.unknown(
          RULE,
          Severity.MEDIUM,
          about,
          what + "; nobody here knows how soon they can be read there",
          "see whether a restore reads them at once; otherwise " + leave(moved));
    } else {
      alerts.fail(
          RULE,
          severity(rule, readable, moved),
          about,
          what + "; to read them again takes up to " + Durations.words(readable) + rto(),
          leave(moved));
    }
  }

  private String leave(Needed moved) {
    String spare = "let the rule spare everything under " + rules.place();
    return moved.age() == null ? spare : spare + ", or begin when the plan lets go of copies";
  }

  private Severity severity(StoreRule rule, Duration readable, Needed moved) {
    if (mayRest(rule, moved)) {
      return Severity.LOW;
    }
    return rto != null && readable.compareTo(rto) > 0 ? Severity.HIGH : Severity.MEDIUM;
  }

  private String rto() {
    return rto == null ? "" : ", and a process must be back within " + Durations.words(rto);
  }
}
