package dev.interlock.usecases;

import dev.interlock.changes.AsOf;
import dev.interlock.changes.ChangeRequest;
import dev.interlock.changes.Decision;
import dev.interlock.changes.EvidenceItem;
import dev.interlock.changes.ManifestFindings;
import dev.interlock.changes.MissingApproval;
import dev.interlock.changes.TierVerdict;
import dev.interlock.estate.Estate;
import dev.interlock.evidence.DecisionRecord;
import dev.interlock.finding.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision with everything that is worth showing or recording about it.
 *
 * @param asOf what was judged for
 * @param request the change and its digest
 * @param tier the risk tier and why
 * @param decision the answer
 * @param evidence every piece that was given, and whether it counts
 * @param considered the pieces that it rests on or set aside with a reason
 * @param record the decision with the digests of what it was derived from
 * @param estate the estate it was decided in
 * @param missing the approvals it still waits for
 * @param findings what the guardrails found on its manifests; null when it has none
 * @param warnings what is odd about the inputs
 */
public record DecidedChange(
    AsOf asOf,
    ChangeRequest request,
    TierVerdict tier,
    Decision decision,
    List<EvidenceItem> evidence,
    List<EvidenceItem> considered,
    DecisionRecord record,
    Estate estate,
    List<MissingApproval> missing,
    @Nullable ManifestFindings findings,
    List<Diagnostic> warnings) {

  public DecidedChange {
    evidence = List.copyOf(evidence);
    considered = List.copyOf(considered);
    missing = List.copyOf(missing);
    warnings = List.copyOf(warnings);
  }

  /** The same with what else is odd about the inputs. */
  DecidedChange with(List<Diagnostic> more) {
    List<Diagnostic> all = new ArrayList<>(warnings);
    all.addAll(more);
    return new DecidedChange(
        asOf,
        request,
        tier,
        decision,
        evidence,
        considered,
        record,
        estate,
        missing,
        findings,
        all);
  }
}
