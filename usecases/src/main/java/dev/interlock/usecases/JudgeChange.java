package dev.interlock.usecases;

import dev.interlock.changes.Change;
import dev.interlock.changes.Decision;
import dev.interlock.changes.DecisionRecords;
import dev.interlock.changes.EvidenceBook;
import dev.interlock.changes.EvidenceItem;
import dev.interlock.changes.Gate;
import dev.interlock.changes.ManifestFindings;
import dev.interlock.changes.TierVerdict;
import dev.interlock.finding.Diagnostic;
import dev.interlock.usecases.DecideChange.ReadChange;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides over inputs that have been read, wherever they came from. */
final class JudgeChange {

  private final String version;

  JudgeChange(String version) {
    this.version = version;
  }

  /** The decision, with the guardrails run anew. */
  DecidedChange run(EstateInForce estate, ReadChange read, EvidenceBook evidence, Instant at) {
    return run(estate, read, evidence, findings(estate, read, at), at);
  }

  /** What the guardrails find on the manifests; null when there are none. */
  static @Nullable ManifestFindings findings(EstateInForce estate, ReadChange read, Instant at) {
    Change change = read.request().change();
    return new ManifestCheck(estate, change.environment()).run(read.files(), change, at);
  }

  DecidedChange run(
      EstateInForce estate,
      ReadChange read,
      EvidenceBook evidence,
      @Nullable ManifestFindings findings,
      Instant at) {
    Gate gate = estate.gate();
    TierVerdict tier = gate.classify(read.request().change(), findings);
    Set<EvidenceItem> considered = new LinkedHashSet<>();
    Decision decision =
        gate.decide(read.request(), evidence.showing(considered::add), findings, at);
    DecisionRecords.Basis basis = new DecisionRecords.Basis(estate.digest(), version);
    List<Diagnostic> warnings =
        Stream.concat(estate.loaded().diagnostics().stream(), read.warnings().stream()).toList();
    return new DecidedChange(
        evidence.asOf(),
        read.request(),
        tier,
        decision,
        evidence.items(),
        List.copyOf(considered),
        DecisionRecords.of(read.request(), tier, decision, evidence, basis),
        estate.loaded().estate(),
        gate.missing(read.request(), evidence, findings, at),
        findings,
        warnings);
  }
}
