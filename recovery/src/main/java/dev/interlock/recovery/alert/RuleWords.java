package dev.interlock.recovery.alert;

import dev.interlock.finding.Durations;
import dev.interlock.finding.Moment;
import dev.interlock.recovery.StoreRule;
import dev.interlock.recovery.StoreRule.After;
import dev.interlock.recovery.StoreRule.From;
import dev.interlock.recovery.StoreRules;
import java.time.Duration;
import java.time.Instant;

/** What a rule of a store does, in words. */
final class RuleWords {

  private static final Duration DAY = Duration.ofDays(1);

  private RuleWords() {}

  /** Such as {@code the rule "old" of s3://b removes objects 30 days after they were stored}. */
  static String of(StoreRules rules, StoreRule rule) {
    String deed =
        rule.tier() == null
            ? " removes " + rule.which()
            : " moves " + rule.which() + " to " + rule.tier().name();
    return "the rule \"" + rule.name() + "\" of " + rules.place() + deed + " " + when(rule);
  }

  private static String when(StoreRule rule) {
    return switch (rule.when()) {
      case From it -> "from " + Moment.utc(it.moment()) + " on, whatever their age";
      case After it -> age(it.age()) + " after " + it.since();
    };
  }

  private static String age(Duration age) {
    return age.equals(DAY) ? "1 day" : Durations.words(age);
  }

  /** The later of two moments. */
  static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
