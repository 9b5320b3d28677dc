package dev.interlock.estate.checks;

import dev.interlock.estate.BusinessProcess;
import dev.interlock.estate.Entry;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import dev.interlock.estate.Runbook;
import dev.interlock.estate.Team;
import dev.interlock.estate.Tier;

/** Processes and production need services, teams have members, runbooks have steps. */
final class DocumentsSaySomething implements Check {

  @Override
  public void run(Estate estate, Names names, Report report) {
    for (Entry<BusinessProcess> process : estate.entries(BusinessProcess.class)) {
      if (process.spec().services().isEmpty()) {
        warn(EstateCode.NO_SERVICES, process, "needs no service, so no change touches it", report);
      }
    }
    for (Entry<Environment> environment : estate.entries(Environment.class)) {
      boolean production = environment.spec().tier() == Tier.PRODUCTION;
      if (production && environment.spec().services().isEmpty()) {
        warn(EstateCode.NO_SERVICES, environment, "runs no services", report);
      }
    }
    for (Entry<Team> team : estate.entries(Team.class)) {
      if (team.spec().members().isEmpty()) {
        warn(EstateCode.EMPTY_TEAM, team, "has no members", report);
      }
    }
    for (Entry<Runbook> runbook : estate.entries(Runbook.class)) {
      if (runbook.spec().steps().isEmpty() && runbook.spec().url() == null) {
        warn(EstateCode.EMPTY_RUNBOOK, runbook, "has neither steps nor a url", report);
      }
    }
  }

  private static void warn(EstateCode code, Entry<?> entry, String what, Report report) {
    report.add(code, entry.at(), entry.title() + " " + what);
  }
}
