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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts changes into risk tiers. All rules that match count, and the riskiest tier wins. The
 * requester can only raise it, and facts add to the requester's word: what manifests destroy makes
 * the change destructive, an image that comes in makes it a release, a right that comes in makes it
 * a change of access, and every service that is seen counts beside those that are named. An
 * emergency tier is reached by a rule and with an incident, never by asking for it.
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
        : classify(RiskSubject.said(change, environment.get(), findings), policy.get());
  }

  private TierVerdict classify(RiskSubject said, RiskPolicy policy) {
    Ranking ranking = new Ranking(policy);
    for (RiskSubject subject : said.andShown()) {
      Optional<TierVerdict> mistake = rank(subject, ranking);
      if (mistake.isPresent()) {
        return mistake.get();
      }
    }
    return raised(said.change().tier(), policy, ranking.highest, ranking.reasons);
  }

  /** The riskiest rank so far, and every reason, the deciding one first. */
  private static final class Ranking {

    private final RiskPolicy policy;
    private final List<String> reasons = new ArrayList<>();
    private final Set<Rule> seen = new HashSet<>();
    private int highest = -1;

    Ranking(RiskPolicy policy) {
      this.policy = policy;
    }

    void add(int rank, String reason) {
      reasons.add(rank > highest ? 0 : reasons.size(), reason);
      highest = Math.max(highest, rank);
    }
  }

  private Optional<TierVerdict> rank(RiskSubject subject, Ranking ranking) {
    RiskPolicy policy = ranking.policy;
    boolean matched = false;
    for (Rule rule : policy.rules()) {
      if (!matches(rule, subject)) {
        continue;
      }
      if (!ranking.seen.add(rule)) {
        matched = true;
        continue;
      }
      int rank = rank(policy, rule.tier());
      if (rank < 0) {
        return mistake("A rule names tier " + rule.tier() + ", which is not in the policy.");
      }
      if (policy.tiers().get(rank).emergency() && subject.change().incident() == null) {
        ranking.reasons.add(
            "Not " + rule.tier() + ": an emergency must name the incident it answers.");
        continue;
      }
      matched = true;
      ranking.add(rank, words(rule, subject));
    }
    return matched ? Optional.empty() : otherwise(subject, ranking);
  }

  private static Optional<TierVerdict> otherwise(RiskSubject subject, Ranking ranking) {
    String tier = ranking.policy.otherwise();
    int rank = rank(ranking.policy, tier);
    if (rank < 0) {
      return mistake("The policy's tier " + tier + " is not in it.");
    }
    if (subject.shown() == null || rank > ranking.highest) {
      ranking.add(rank, tier + ": no rule matches." + subject.shownBy());
    }
    return Optional.empty();
  }

  private static Optional<TierVerdict> mistake(String reason) {
    return Optional.of(TierVerdict.none(reason));
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

  private boolean matches(Rule rule, RiskSubject subject) {
    return isAmong(rule.kinds(), subject.kind())
        && isAmong(rule.environments(), subject.environment().tier())
        && isAmong(rule.templates(), subject.template())
        && touches(rule, subject)
        && isCritical(rule.criticality(), subject)
        && (rule.destructive() == null || rule.destructive() == subject.destructive());
  }

  private boolean touches(Rule rule, RiskSubject subject) {
    return rule.services().isEmpty()
        || subject.services().stream()
            .map(services::get)
            .anyMatch(service -> service != null && rule.services().contains(service.type()));
  }

  private boolean isCritical(@Nullable Criticality least, RiskSubject subject) {
    return least == null
        || processes.affected(subject.environment(), subject.touched()).values().stream()
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

  private static String words(Rule rule, RiskSubject subject) {
    ManifestFindings findings = subject.findings();
    boolean byManifests =
        Boolean.TRUE.equals(rule.destructive())
            && findings != null
            && !findings.destroys().isEmpty();
    String manifests =
        byManifests && findings != null
            ? " The manifests destroy " + findings.destroys().getFirst() + "."
            : "";
    String reason = rule.reason();
    return rule.tier()
        + ": "
        + (reason == null ? "a rule of the policy matches." : reason)
        + manifests
        + subject.shownBy();
  }
}
