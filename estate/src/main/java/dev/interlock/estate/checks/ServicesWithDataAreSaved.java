package dev.interlock.estate.checks;

import dev.interlock.estate.Entry;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import dev.interlock.estate.Service;
import dev.interlock.estate.ServiceDependencies;
import dev.interlock.estate.Tier;
import java.util.HashSet;
import java.util.Set;

/** What keeps data has a backup plan. */
final class ServicesWithDataAreSaved implements Check {

  @Override
  public void run(Estate estate, Names names, Report report) {
    Set<String> production = inProduction(estate);
    for (Entry<Service> service : estate.entries(Service.class)) {
      if (service.spec().type().isStore() && service.spec().backupPlan() == null) {
        boolean runs = production.contains(service.name());
        report.add(
            runs ? EstateCode.NO_BACKUP_IN_PRODUCTION : EstateCode.NO_BACKUP,
            service.at(),
            service.title()
                + " keeps data"
                + (runs ? " of production" : "")
                + " and has no backup plan",
            "add backupPlan: NAME to its spec");
      }
    }
  }

  private static Set<String> inProduction(Estate estate) {
    Set<String> named = new HashSet<>();
    for (Environment environment : estate.all(Environment.class).values()) {
      if (environment.tier() == Tier.PRODUCTION) {
        named.addAll(environment.services());
      }
    }
    return ServiceDependencies.of(estate).neededBy(named);
  }
}
