package dev.interlock.estate.checks;

import dev.interlock.estate.BackupPlan;
import dev.interlock.estate.Entry;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import dev.interlock.estate.Kind;
import dev.interlock.estate.LandingZone;
import dev.interlock.estate.Service;
import dev.interlock.finding.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Environments run, and data and copies are kept, where the landing zone allows it. */
final class RegionsAreAllowed implements Check {

  @Override
  public void run(Estate estate, Names names, Report report) {
    Set<String> allowed = new TreeSet<>();
    estate.all(LandingZone.class).values().forEach(zone -> allowed.addAll(zone.allowedRegions()));
    if (allowed.isEmpty() || !names.complete(Kind.LANDING_ZONE)) {
      return;
    }
    for (Entry<Environment> environment : estate.entries(Environment.class)) {
      check(environment, environment.spec().region(), allowed, report, "region");
    }
    for (Entry<BackupPlan> plan : estate.entries(BackupPlan.class)) {
      check(plan, plan.spec().targetRegion(), allowed, report, "targetRegion");
    }
    for (Entry<Service> service : estate.entries(Service.class)) {
      List<String> regions = service.spec().residency();
      for (int i = 0; i < regions.size(); i++) {
        check(service, regions.get(i), allowed, report, "residency", i);
      }
    }
  }

  private static void check(
      Entry<?> entry, @Nullable String region, Set<String> allowed, Report report, Object... path) {
    if (region == null || allowed.contains(region)) {
      return;
    }
    // Azure shows "West Europe" but means "westeurope".
    String plain = region.toLowerCase(Locale.ROOT).replace(" ", "");
    report.add(
        EstateCode.REGION_NOT_ALLOWED,
        entry.at(path),
        path[0] + ": the landing zone does not allow the region \"" + region + "\"",
        Suggestion.didYouMean(plain, allowed).orElse("allowed: " + String.join(", ", allowed)));
  }
}
