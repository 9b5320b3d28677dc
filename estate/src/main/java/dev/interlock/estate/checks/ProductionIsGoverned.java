package dev.interlock.estate.checks;

import dev.interlock.estate.Entry;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import dev.interlock.estate.Tier;
import org.jspecify.annotations.Nullable;

/** Somebody answers for production, and its changes are judged and agreed by rules. */
final class ProductionIsGoverned implements Check {

  @Override
  public void run(Estate estate, Names names, Report report) {
    for (Entry<Environment> environment : estate.entries(Environment.class)) {
      Environment spec = environment.spec();
      if (spec.tier() == Tier.PRODUCTION) {
        need(environment, "owner", spec.owner(), EstateCode.NO_OWNER, report);
        need(
            environment,
            "approvalPolicy",
            spec.approvalPolicy(),
            EstateCode.NO_APPROVAL_POLICY,
            report);
        need(environment, "riskPolicy", spec.riskPolicy(), EstateCode.NO_RISK_POLICY, report);
      }
    }
  }

  private static void need(
      Entry<Environment> environment,
      String key,
      @Nullable String value,
      EstateCode code,
      Report report) {
    if (value == null) {
      String message = environment.title() + " is production and has no " + key;
      report.add(code, environment.at(), message, "add " + key + ": NAME to its spec");
    }
  }
}
