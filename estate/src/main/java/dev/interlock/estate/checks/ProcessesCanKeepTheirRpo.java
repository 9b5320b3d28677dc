package dev.interlock.estate.checks;

import dev.interlock.estate.BackupPlan;
import dev.interlock.estate.BusinessProcess;
import dev.interlock.estate.Entry;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import dev.interlock.estate.Service;
import dev.interlock.estate.ServiceDependencies;
import java.util.List;
import java.util.Map;

/** Every service a process needs is saved at least as often as the process may lose work. */
final class ProcessesCanKeepTheirRpo implements Check {

  @Override
  public void run(Estate estate, Names names, Report report) {
    ServiceDependencies dependencies = ServiceDependencies.of(estate);
    for (Entry<BusinessProcess> process : estate.entries(BusinessProcess.class)) {
      Map<String, List<String>> ways = dependencies.waysFrom(process.spec().services());
      ways.forEach((service, way) -> check(estate, process, service, way, report));
    }
  }

  private static void check(
      Estate estate, Entry<BusinessProcess> process, String name, List<String> way, Report report) {
    Service service = estate.find(Service.class, name).orElse(null);
    String planName = service == null ? null : service.backupPlan();
    BackupPlan plan =
        planName == null ? null : estate.find(BackupPlan.class, planName).orElse(null);
    if (service == null || plan == null || plan.every().compareTo(process.spec().rpo()) <= 0) {
      return;
    }
    String through = way.size() == 1 ? "" : " (through " + String.join(" → ", way) + ")";
    report.add(
        service.type().holdsWork() ? EstateCode.RPO_NOT_KEPT : EstateCode.RPO_OF_CONFIGURATION,
        process.at("rpo"),
        "rpo: the process may lose "
            + process.spec().rpo()
            + " of work, but \""
            + name
            + "\""
            + through
            + " is saved every "
            + plan.every()
            + " by backup plan \""
            + planName
            + "\"",
        "save it more often, or agree on a longer RPO");
  }
}
