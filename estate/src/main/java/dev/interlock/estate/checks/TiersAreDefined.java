package dev.interlock.estate.checks;

import dev.interlock.estate.ApprovalPolicy;
import dev.interlock.estate.ApprovalPolicy.TierApprovals;
import dev.interlock.estate.Calendar;
import dev.interlock.estate.Entry;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import dev.interlock.estate.Kind;
import dev.interlock.estate.RiskPolicy;
import dev.interlock.estate.RiskPolicy.RiskTier;
import dev.interlock.finding.Suggestion;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A risk tier that is named anywhere is defined, and each defined one has its approvals. */
final class TiersAreDefined implements Check {

  @Override
  public void run(Estate estate, Names names, Report report) {
    estate.entries(RiskPolicy.class).forEach(policy -> within(policy, report));
    estate
        .entries(ApprovalPolicy.class)
        .forEach(policy ->
            Distinct.check(
                policy,
                "tiers",
                "tier",
                policy.spec().tiers().stream().map(TierApprovals::tier).toList(),
                report));
    pairs(estate, names.complete(Kind.APPROVAL_POLICY), report);
    if (names.complete(Kind.RISK_POLICY)) {
      calendars(estate, report);
    }
  }

  private static Set<String> names(RiskPolicy policy) {
    Set<String> names = new TreeSet<>();
    policy.tiers().forEach(tier -> names.add(tier.name()));
    return names;
  }

  private static void within(Entry<RiskPolicy> policy, Report report) {
    RiskPolicy spec = policy.spec();
    List<String> all = spec.tiers().stream().map(RiskTier::name).toList();
    Distinct.check(policy, "tiers", "name", all, report);
    Set<String> names = names(spec);
    exists(policy, spec.otherwise(), names, report, "otherwise");
    for (int i = 0; i < spec.rules().size(); i++) {
      exists(policy, spec.rules().get(i).tier(), names, report, "rules", i, "tier");
    }
  }

  /** Policies meet where an environment uses both; each pair is judged once. */
  private static void pairs(Estate estate, boolean allRead, Report report) {
    Set<List<String>> seen = new HashSet<>();
    for (Environment environment : estate.all(Environment.class).values()) {
      String approvals = environment.approvalPolicy();
      String risk = environment.riskPolicy();
      if (approvals == null || risk == null || !seen.add(List.of(approvals, risk))) {
        continue;
      }
      estate
          .entry(ApprovalPolicy.class, approvals)
          .ifPresent(policy ->
              estate
                  .find(RiskPolicy.class, risk)
                  .ifPresent(other -> pair(policy, risk, names(other), allRead, report)));
    }
  }

  private static void pair(
      Entry<ApprovalPolicy> policy,
      String risk,
      Set<String> tiers,
      boolean allRead,
      Report report) {
    Set<String> missing = new TreeSet<>(tiers);
    for (int i = 0; i < policy.spec().tiers().size(); i++) {
      String tier = policy.spec().tiers().get(i).tier();
      missing.remove(tier);
      exists(policy, tier, tiers, report, "tiers", i, "tier");
    }
    for (String tier : allRead ? missing : Set.<String>of()) {
      report.add(
          EstateCode.TIER_WITHOUT_APPROVALS,
          policy.at("tiers"),
          "tiers: \""
              + tier
              + "\" of risk policy \""
              + risk
              + "\" is missing, so nothing gets"
              + " through in it",
          "where nobody needs to agree, say so: {tier: " + tier + ", approvals: []}");
    }
  }

  private static void calendars(Estate estate, Report report) {
    Set<String> tiers = new TreeSet<>();
    estate.all(RiskPolicy.class).values().forEach(policy -> tiers.addAll(names(policy)));
    for (Entry<Calendar> calendar : estate.entries(Calendar.class)) {
      for (int i = 0; i < calendar.spec().tiers().size(); i++) {
        exists(calendar, calendar.spec().tiers().get(i), tiers, report, "tiers", i);
      }
    }
  }

  private static void exists(
      Entry<?> entry, String tier, Set<String> tiers, Report report, Object... path) {
    if (!tiers.contains(tier)) {
      report.add(
          EstateCode.UNKNOWN_TIER,
          entry.at(path),
          "no risk policy that holds here has a tier \"" + tier + "\"",
          Suggestion.didYouMean(tier, tiers).orElse("known: " + String.join(", ", tiers)));
    }
  }
}
