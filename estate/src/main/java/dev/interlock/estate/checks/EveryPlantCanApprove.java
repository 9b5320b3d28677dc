package dev.interlock.estate.checks;

import dev.interlock.estate.ApprovalPolicy;
import dev.interlock.estate.ApprovalPolicy.TierApprovals;
import dev.interlock.estate.Entry;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import dev.interlock.estate.RoleHolders;
import java.util.TreeSet;

/** Where each plant must agree, each plant has somebody who can. */
final class EveryPlantCanApprove implements Check {

  @Override
  public void run(Estate estate, Report report) {
    RoleHolders holders = RoleHolders.of(estate);
    for (Entry<Environment> environment : estate.entries(Environment.class)) {
      String policy = environment.spec().approvalPolicy();
      if (policy != null) {
        estate
            .find(ApprovalPolicy.class, policy)
            .ifPresent(rules -> check(environment, rules, holders, report));
      }
    }
  }

  private static void check(
      Entry<Environment> environment, ApprovalPolicy policy, RoleHolders holders, Report report) {
    TreeSet<String> roles = new TreeSet<>();
    for (TierApprovals tier : policy.tiers()) {
      tier.approvals().stream()
          .filter(ApprovalPolicy.Requirement::perPlant)
          .forEach(requirement -> roles.add(requirement.role()));
    }
    for (String role : roles) {
      for (String plant : environment.spec().plants()) {
        boolean held = !holders.of(role, environment.name(), plant).isEmpty();
        if (!held && !holders.of(role).isEmpty()) {
          report.add(
              EstateCode.NO_HOLDER_FOR_PLANT,
              environment.at("plants"),
              "plants: changes here need \"" + role + "\" for each plant, but nobody holds it for"
                  + " \"" + plant + "\"",
              "add a Role whose plants include it, or leave the role's plants empty");
        }
      }
    }
  }
}
