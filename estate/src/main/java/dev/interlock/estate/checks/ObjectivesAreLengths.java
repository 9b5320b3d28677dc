package dev.interlock.estate.checks;

import dev.interlock.estate.ApprovalPolicy;
import dev.interlock.estate.BusinessProcess;
import dev.interlock.estate.Entry;
import dev.interlock.estate.Estate;
import dev.interlock.estate.RiskPolicy;
import java.util.List;

/**
 * Objectives and validities are longer than nothing and over within ten years: a drill of the last
 * 270 years proves nothing. An RPO of zero is an honest wish.
 */
final class ObjectivesAreLengths implements Check {

  @Override
  public void run(Estate estate, Names names, Report report) {
    for (Entry<BusinessProcess> process : estate.entries(BusinessProcess.class)) {
      Lengths.sensible(process, process.spec().rto(), report, "rto");
    }
    for (Entry<ApprovalPolicy> policy : estate.entries(ApprovalPolicy.class)) {
      Lengths.sensible(
          policy, policy.spec().approvalsExpireAfter(), report, "approvalsExpireAfter");
    }
    for (Entry<RiskPolicy> policy : estate.entries(RiskPolicy.class)) {
      List<RiskPolicy.RiskTier> tiers = policy.spec().tiers();
      for (int i = 0; i < tiers.size(); i++) {
        Lengths.sensible(policy, tiers.get(i).drillWithin(), report, "tiers", i, "drillWithin");
        Lengths.sensible(policy, tiers.get(i).decisionValid(), report, "tiers", i, "decisionValid");
      }
    }
  }
}
