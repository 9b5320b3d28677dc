package dev.interlock.estate.checks;

import dev.interlock.estate.Entry;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import dev.interlock.estate.RiskPolicy;
import dev.interlock.finding.Suggestion;
import java.util.List;

/** A tier does without known contacts only, and never without rules, approvals or segregation. */
final class WaivedContactsCanBeWaived implements Check {

  private static final List<String> ALWAYS = List.of("rules", "approvals", "segregation");
  private static final List<String> WAIVABLE =
      List.of("window", "way-back", "promotion", "incidents", "money");

  @Override
  public void run(Estate estate, Names names, Report report) {
    for (Entry<RiskPolicy> policy : estate.entries(RiskPolicy.class)) {
      for (int i = 0; i < policy.spec().tiers().size(); i++) {
        List<String> waived = policy.spec().tiers().get(i).waives();
        for (int j = 0; j < waived.size(); j++) {
          check(policy, i, j, waived.get(j), report);
        }
      }
    }
  }

  private static void check(
      Entry<RiskPolicy> policy, int tier, int index, String contact, Report report) {
    String can = "it can do without: " + String.join(", ", WAIVABLE);
    if (ALWAYS.contains(contact)) {
      report.add(
          EstateCode.CANNOT_WAIVE,
          policy.at("tiers", tier, "waives", index),
          "waives: no tier can do without \"" + contact + "\"",
          can);
    } else if (!WAIVABLE.contains(contact)) {
      report.add(
          EstateCode.UNKNOWN_CONTACT,
          policy.at("tiers", tier, "waives", index),
          "waives: the gate has no contact \"" + contact + "\"",
          Suggestion.didYouMean(contact, WAIVABLE).orElse(can));
    }
  }
}
