package dev.interlock.usecases;

import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.LandingZone;
import dev.interlock.estate.LandingZone.Subscription;
import dev.interlock.facts.DeploymentTarget;
import dev.interlock.guardrails.CheckContext;
import java.util.List;
import java.util.Objects;

/** Where templates and plans go when only the environment is named: where it says that it is. */
final class TemplateTarget {

  private TemplateTarget() {}

  /** What was told, and for what was not what the environment says. */
  static DeploymentTarget of(DeploymentTarget told, CheckContext context) {
    Estate estate = context.estate();
    Environment environment = context.environmentSpec();
    if (estate == null || environment == null) {
      return told;
    }
    DeploymentTarget there = told.orIn(environment.region()).orInto(environment.resourceGroup());
    List<String> subscriptions = subscriptions(estate, environment);
    return subscriptions.size() == 1 ? there.orTo(subscriptions.getFirst()) : there;
  }

  /** The one that the environment names, else those of its tier. */
  private static List<String> subscriptions(Estate estate, Environment environment) {
    String named = environment.subscription();
    return estate.all(LandingZone.class).values().stream()
        .flatMap(zone -> zone.subscriptions().stream())
        .filter(
            one -> named == null ? one.tiers().contains(environment.tier()) : one.isCalled(named))
        .map(Subscription::id)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }
}
