package dev.interlock.estate.checks;

import dev.interlock.estate.ApprovalPolicy;
import dev.interlock.estate.ApprovalPolicy.Requirement;
import dev.interlock.estate.ApprovalPolicy.TierApprovals;
import dev.interlock.estate.Entry;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import dev.interlock.estate.Kind;
import dev.interlock.estate.RoleHolders;
import java.util.List;
import java.util.TreeSet;

/** Roles are held for the environments and plants whose policy asks for them. */
final class ApprovalsCanBeGivenHere implements Check {

  @Override
  public void run(Estate estate, Names names, Report report) {
    if (!names.complete(Kind.PERSON, Kind.TEAM, Kind.ROLE)) {
      return;
    }
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
    TreeSet<String> anywhere = new TreeSet<>();
    TreeSet<String> perPlant = new TreeSet<>();
    for (TierApprovals tier : policy.tiers()) {
      for (Requirement asked : tier.approvals()) {
        (asked.perPlant() ? perPlant : anywhere).add(asked.role());
      }
    }
    for (String role : anywhere) {
      if (!holders.of(role).isEmpty() && holders.of(role, environment.name()).isEmpty()) {
        report.add(
            EstateCode.NOT_HELD_HERE,
            environment.at("approvalPolicy"),
            "approvalPolicy: it asks for \""
                + role
                + "\", but nobody holds that for this"
                + " environment",
            "name the environment in the role, or leave the role's environments empty");
      }
    }
    for (String role : perPlant) {
      plants(environment, role, holders, report);
    }
  }

  private static void plants(
      Entry<Environment> environment, String role, RoleHolders holders, Report report) {
    List<String> plants = environment.spec().plants();
    for (int i = 0; i < plants.size(); i++) {
      boolean held = !holders.of(role, environment.name(), plants.get(i)).isEmpty();
      if (!held && !holders.of(role).isEmpty()) {
        report.add(
            EstateCode.NOT_HELD_HERE,
            environment.at("plants", i),
            "plants: each must agree as \""
                + role
                + "\", but nobody holds that for \""
                + plants.get(i)
                + "\"",
            "name the plant in the role, or leave the role's plants empty");
      }
    }
  }
}
