package dev.interlock.estate.checks;

import dev.interlock.estate.Entry;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import dev.interlock.estate.Service;
import dev.interlock.estate.Service.Role;
import dev.interlock.estate.Service.ServiceType;
import java.util.Locale;

/** A Redis is saved when what it is there for asks for it, and is not when it does not. */
final class RedisRolesFit implements Check {

  @Override
  public void run(Estate estate, Names names, Report report) {
    for (Entry<Service> service : estate.entries(Service.class)) {
      Role role = service.spec().role();
      if (role != null) {
        judge(service, role, report);
      }
    }
  }

  private static void judge(Entry<Service> service, Role role, Report report) {
    boolean planned = service.spec().backupPlan() != null;
    String word = role.name().toLowerCase(Locale.ROOT);
    if (service.spec().type() != ServiceType.REDIS) {
      odd(service, "is no Redis: its type says what it is there for", "leave role out", report);
    } else if (role.isSaved() && !planned) {
      odd(
          service,
          "is there for " + word + " and has no backup plan: losing it loses something",
          "add backupPlan: NAME to its spec, or say role: cache",
          report);
    } else if (!role.isSaved() && planned) {
      odd(
          service,
          "is a cache, of which nothing is saved, and has a backup plan",
          "leave backupPlan out, or say what it is there for",
          report);
    }
  }

  private static void odd(Entry<Service> service, String why, String hint, Report report) {
    report.add(
        EstateCode.ODD_ROLE, service.at("role"), "role: " + service.title() + " " + why, hint);
  }
}
