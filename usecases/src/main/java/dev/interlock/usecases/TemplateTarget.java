package dev.interlock.usecases;

import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.LandingZone;
import dev.interlock.estate.LandingZone.Subscription;
import dev.interlock.estate.Tier;
import dev.interlock.facts.DeploymentTarget;
import dev.interlock.guardrails.CheckContext;
import java.util.List;
import java.util.Objects;

/** Where templates go when only the environment is named: its region, its tier's subscription. */
final class TemplateTarget {

  private TemplateTarget() {}

  /** What was told, and for what was not what the environment says. */
  static DeploymentTarget of(DeploymentTarget told, CheckContext context) {
    Estate estate = context.estate();
    Environment environment = context.environmentSpec();
    if (estate == null || environment == null) {
      return told;
    }
    DeploymentTarget there = told.orIn(environment.region());
    List<String> subscriptions = subscriptions(estate, environment.tier());
    return subscriptions.size() == 1 ? there.orTo(subscriptions.getFirst()) : there;
  }

  private static List<String> subscriptions(Estate estate, Tier tier) {
    return estate.all(LandingZone.class).values().stream()
        .flatMap(zone -> zone.subscriptions().stream())
        .filter(subscription -> subscription.tiers().contains(tier))
        .map(Subscription::id)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }
}
