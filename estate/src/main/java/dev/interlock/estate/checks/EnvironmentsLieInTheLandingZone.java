package dev.interlock.estate.checks;

import dev.interlock.estate.Entry;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import dev.interlock.estate.Kind;
import dev.interlock.estate.LandingZone;
import dev.interlock.estate.LandingZone.Subscription;
import dev.interlock.estate.Tier;
import dev.interlock.finding.Suggestion;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An environment's subscription exists and may hold its tier. */
final class EnvironmentsLieInTheLandingZone implements Check {

  @Override
  public void run(Estate estate, Names names, Report report) {
    if (!names.complete(Kind.LANDING_ZONE)) {
      return;
    }
    List<Subscription> subscriptions =
        estate.all(LandingZone.class).values().stream()
            .flatMap(zone -> zone.subscriptions().stream())
            .toList();
    for (Entry<Environment> environment : estate.entries(Environment.class)) {
      String name = environment.spec().subscription();
      if (name != null) {
        check(environment, name, subscriptions, report);
      }
    }
  }

  private static void check(
      Entry<Environment> environment,
      String name,
      List<Subscription> subscriptions,
      Report report) {
    Subscription subscription =
        subscriptions.stream().filter(one -> one.isCalled(name)).findFirst().orElse(null);
    Tier tier = environment.spec().tier();
    if (subscription == null) {
      report.add(
          EstateCode.UNKNOWN_SUBSCRIPTION,
          environment.at("subscription"),
          "subscription: no LandingZone has a subscription \"" + name + "\"",
          hint(name, subscriptions));
    } else if (!subscription.tiers().contains(tier)) {
      report.add(
          EstateCode.SUBSCRIPTION_TIER,
          environment.at("subscription"),
          "subscription: \"" + name + "\" does not hold environments of tier " + word(tier),
          "it holds: "
              + String.join(", ", subscription.tiers().stream().map(t -> word(t)).toList()));
    }
  }

  private static @Nullable String hint(String name, List<Subscription> subscriptions) {
    List<String> names = subscriptions.stream().map(Subscription::name).distinct().toList();
    return name.contains("/")
        ? "write the id alone, without /subscriptions/, or the name"
        : Suggestion.didYouMean(name, names)
            .orElse(names.isEmpty() ? null : "there are: " + String.join(", ", names));
  }

  private static String word(Tier tier) {
    return tier.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
