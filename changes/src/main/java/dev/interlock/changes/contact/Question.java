package dev.interlock.changes.contact;

import dev.interlock.changes.Change;
import dev.interlock.changes.ChangeRequest;
import dev.interlock.changes.EvidenceBook;
import dev.interlock.changes.ManifestFindings;
import dev.interlock.changes.TierVerdict;
import dev.interlock.estate.ApprovalPolicy;
import dev.interlock.estate.ApprovalPolicy.TierApprovals;
import dev.interlock.estate.Environment;
import dev.interlock.evidence.EvidenceSubject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything a contact may look at.
 *
 * @param findings null when nothing was checked here
 * @param now the instant the change would begin
 */
public record Question(
    ChangeRequest request,
    Environment environment,
    TierVerdict tier,
    EvidenceBook evidence,
    @Nullable ManifestFindings findings,
    Surroundings surroundings,
    Instant now) {

  /** The same question over other evidence. */
  Question asking(EvidenceBook other) {
    return new Question(request, environment, tier, other, findings, surroundings, now);
  }

  Change change() {
    return request.change();
  }

  /** SHA-256 in hex of the change: what evidence about exactly this version has as its subject. */
  String subject() {
    return EvidenceSubject.ofDigest(request.name(), request.digest()).sha256();
  }

  /** SHA-256 in hex of what evidence about the environment has as its subject. */
  String environmentSubject() {
    return EvidenceSubject.ofName("environment/" + change().environment()).sha256();
  }

  /** Services that the requester names and those that the manifests show; empty means all. */
  List<String> services() {
    List<String> said = change().services();
    return findings == null ? said : findings.touched().andSaid(said);
  }

  /** The policy that says who must agree; empty when the environment names none. */
  Optional<ApprovalPolicy> approvalPolicy() {
    String name = environment.approvalPolicy();
    return name == null ? Optional.empty() : surroundings.estate().find(ApprovalPolicy.class, name);
  }

  /** What that policy asks for at this tier; empty when it has no entry for it. */
  Optional<TierApprovals> tierApprovals() {
    return approvalPolicy()
        .flatMap(policy ->
            policy.tiers().stream().filter(t -> t.tier().equals(tier.name())).findFirst());
  }

  /** {@code Sun 2026-11-22 02:00 Europe/Vienna}, in headquarters' time. */
  String at(Instant instant) {
    return Words.instant(instant, surroundings.zone());
  }
}
