package dev.interlock.estate.checks;

import dev.interlock.estate.ApprovalPolicy;
import dev.interlock.estate.ApprovalPolicy.Requirement;
import dev.interlock.estate.Entry;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import dev.interlock.estate.Kind;
import dev.interlock.estate.Role;
import dev.interlock.estate.RoleHolders;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every approval that is asked for can be given by enough people. */
final class RolesAreHeld implements Check {

  @Override
  public void run(Estate estate, Names names, Report report) {
    if (!names.complete(Kind.PERSON, Kind.TEAM, Kind.ROLE)) {
      return;
    }
    RoleHolders holders = RoleHolders.of(estate);
    Set<String> asked = new HashSet<>();
    for (Entry<ApprovalPolicy> policy : estate.entries(ApprovalPolicy.class)) {
      for (int i = 0; i < policy.spec().tiers().size(); i++) {
        List<Requirement> all = policy.spec().tiers().get(i).approvals();
        for (int j = 0; j < all.size(); j++) {
          asked.add(all.get(j).role());
          Asked where = new Asked(policy, i, j, all.get(j));
          check(estate, holders, where, report);
        }
      }
    }
    for (Entry<Role> role : estate.entries(Role.class)) {
      if (!asked.contains(role.name()) && holders.of(role.name()).isEmpty()) {
        report.add(EstateCode.ROLE_NOT_HELD, role.at(), role.title() + " is held by nobody");
      }
      if (role.spec().conflictsWith().contains(role.name())) {
        report.add(
            EstateCode.OWN_CONFLICT,
            role.at("conflictsWith"),
            "conflictsWith: " + role.title() + " conflicts with itself");
      }
    }
  }

  /** One approval with its place in the policy. */
  private record Asked(Entry<ApprovalPolicy> policy, int tier, int index, Requirement what) {}

  private static void check(Estate estate, RoleHolders holders, Asked asked, Report report) {
    Requirement requirement = asked.what();
    Integer count = requirement.count();
    Object[] path = {"tiers", asked.tier(), "approvals", asked.index(), "count"};
    if (count != null && count < 1) {
      String message = "count: expected at least 1, found " + count;
      report.add(EstateCode.BAD_COUNT, asked.policy().at(path), message);
      return;
    }
    int available = holders.of(requirement.role()).size();
    int needed = count == null ? 1 : count;
    if (available < needed && estate.find(Role.class, requirement.role()).isPresent()) {
      report.add(
          EstateCode.NOBODY_TO_APPROVE,
          asked.policy().at("tiers", asked.tier(), "approvals", asked.index()),
          "role: "
              + needed
              + " must agree as \""
              + requirement.role()
              + "\", but "
              + (available == 0 ? "nobody holds it" : "only " + available + " hold it"),
          "name persons, or teams with members, in the role");
    }
  }
}
