package dev.interlock.estate.checks;

import dev.interlock.estate.BackupPlan;
import dev.interlock.estate.Entry;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import dev.interlock.estate.Service;
import java.util.List;

/** A service with a residency runs, and is copied to, no other region. */
final class DataStaysInItsRegions implements Check {

  @Override
  public void run(Estate estate, Names names, Report report) {
    for (Entry<Environment> environment : estate.entries(Environment.class)) {
      List<String> services = environment.spec().services();
      for (int i = 0; i < services.size(); i++) {
        Service service = estate.find(Service.class, services.get(i)).orElse(null);
        if (service != null && leaves(service, environment.spec().region())) {
          report.add(
              EstateCode.OUTSIDE_RESIDENCY,
              environment.at("services", i),
              "services: data of \""
                  + services.get(i)
                  + "\" must stay in "
                  + String.join(", ", service.residency())
                  + ", but this environment is in "
                  + environment.spec().region());
        }
      }
    }
    estate.entries(Service.class).forEach(service -> checkCopies(estate, service, report));
  }

  private static void checkCopies(Estate estate, Entry<Service> service, Report report) {
    String plan = service.spec().backupPlan();
    String target =
        plan == null
            ? null
            : estate.find(BackupPlan.class, plan).map(BackupPlan::targetRegion).orElse(null);
    if (target != null && leaves(service.spec(), target)) {
      report.add(
          EstateCode.OUTSIDE_RESIDENCY,
          service.at("backupPlan"),
          "backupPlan: data must stay in "
              + String.join(", ", service.spec().residency())
              + ", but \""
              + plan
              + "\" copies it to "
              + target);
    }
  }

  private static boolean leaves(Service service, String region) {
    return !service.residency().isEmpty() && !service.residency().contains(region);
  }
}
