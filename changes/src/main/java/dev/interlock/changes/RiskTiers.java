package dev.interlock.changes;

import dev.interlock.changes.contact.Processes;
import dev.interlock.estate.Criticality;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.RiskPolicy;
import dev.interlock.estate.RiskPolicy.RiskTier;
import dev.interlock.estate.RiskPolicy.Rule;
import dev.interlock.estate.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts changes into risk tiers. All rules that match count, and the riskiest tier wins. The
 * requester can only raise it, and facts count like the requester's word: what a plan destroys
 * makes the change destructive. An emergency tier is reached by a rule and with an incident, never
 * by asking for it.
 */
public final class RiskTiers {

  private final Estate estate;
  private final Processes processes;
  private final Map<String, Service> services;

  /** Tiers as the estate's policies give them. */
  public RiskTiers(Estate estate) {
    this.estate = estate;
    this.processes = new Processes(estate);
    this.services = estate.all(Service.class);
  }

  /**
   * The tier of a change and why.
   *
   * @param findings what was found on its plan; null when there is none
   */
  public TierVerdict classify(Change change, @Nullable ManifestFindings findings) {
    Optional<Environment> environment = estate.find(Environment.class, change.environment());
    if (environment.isEmpty()) {
      return TierVerdict.none("The estate has no environment " + change.environment() + ".");
    }
    String name = environment.get().riskPolicy();
    Optional<RiskPolicy> policy =
        name == null ? Optional.empty() : estate.find(RiskPolicy.class, name);
    return policy.isEmpty()
        ? TierVerdict.none(change.environment() + " names no risk policy that is known.")
        : classify(new Subject(change, environment.get(), findings), policy.get());
  }

  /** What rules look at. */
  private record Subject(
      Change change, Environment environment, @Nullable ManifestFindings findings) {

    boolean destructive() {
      return change.destructive() || (findings != null && !findings.destroys().isEmpty());
    }

    List<String> services() {
      return change.services().isEmpty() ? environment.services() : change.services();
    }
  }

  private TierVerdict classify(Subject subject, RiskPolicy policy) {
    List<String> reasons = new ArrayList<>();
    int highest = -1;
    for (Rule rule : policy.rules()) {
      if (!matches(rule, subject)) {
        continue;
      }
      int rank = rank(policy, rule.tier());
      if (rank < 0) {
        return TierVerdict.none(
            "A rule names tier " + rule.tier() + ", which is not in the policy.");
      }
      if (policy.tiers().get(rank).emergency() && subject.change().incident() == null) {
        reasons.add("Not " + rule.tier() + ": an emergency must name the incident it answers.");
        continue;
      }
      reasons.add(rank > highest ? 0 : reasons.size(), words(rule, subject));
      highest = Math.max(highest, rank);
    }
    if (highest < 0) {
      highest = rank(policy, policy.otherwise());
      reasons.add(0, policy.otherwise() + ": no rule matches.");
    }
    return highest < 0
        ? TierVerdict.none("The policy's tier " + policy.otherwise() + " is not in it.")
        : raised(subject.change().tier(), policy, highest, reasons);
  }

  private static TierVerdict raised(
      @Nullable String asked, RiskPolicy policy, int rank, List<String> reasons) {
    int wanted = asked == null ? -1 : rank(policy, asked);
    if (asked != null && wanted < 0) {
      return TierVerdict.none(
          "The requester asks for tier " + asked + ", which is not in the policy.");
    }
    boolean raises = wanted > rank && !policy.tiers().get(wanted).emergency();
    if (raises) {
      reasons.add(0, asked + ": the requester asks for it.");
    } else if (asked != null && wanted != rank) {
      reasons.add(
          wanted < rank
              ? "The requester asks for " + asked + "; a requester can only raise the tier."
              : "The requester asks for " + asked + "; an emergency needs a rule that matches.");
    }
    RiskTier tier = policy.tiers().get(raises ? wanted : rank);
    return new TierVerdict(tier.name(), tier, reasons);
  }

  private boolean matches(Rule rule, Subject subject) {
    Change change = subject.change();
    return isAmong(rule.kinds(), change.kind())
        && isAmong(rule.environments(), subject.environment().tier())
        && isAmong(rule.templates(), change.template())
        && touches(rule, subject)
        && isCritical(rule.criticality(), subject)
        && (rule.destructive() == null || rule.destructive() == subject.destructive());
  }

  private boolean touches(Rule rule, Subject subject) {
    return rule.services().isEmpty()
        || subject.services().stream()
            .map(services::get)
            .anyMatch(service -> service != null && rule.services().contains(service.type()));
  }

  private boolean isCritical(@Nullable Criticality least, Subject subject) {
    return least == null
        || processes.affected(subject.environment(), subject.change().services()).values().stream()
            .anyMatch(process -> process.criticality().compareTo(least) >= 0);
  }

  private static <T> boolean isAmong(List<T> wanted, @Nullable T value) {
    return wanted.isEmpty() || (value != null && wanted.contains(value));
  }

  private static int rank(RiskPolicy policy, String tier) {
    for (int i = 0; i < policy.tiers().size(); i++) {
      if (policy.tiers().get(i).name().equals(tier)) {
        return i;
      }
    }
    return -1;
  }

  private static String words(Rule rule, Subject subject) {
    ManifestFindings findings = subject.findings();
    boolean byPlan =
        Boolean.TRUE.equals(rule.destructive())
            && findings != null
            && !findings.destroys().isEmpty();
    String plan =
        byPlan && findings != null
            ? " The plan destroys " + findings.destroys().getFirst() + "."
            : "";
    String reason = rule.reason();
    return rule.tier() + ": " + (reason == null ? "a rule of the policy matches." : reason) + plan;
  }
}
