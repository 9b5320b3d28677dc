package dev.interlock.evidence;

import java.time.Instant;

/** What a piece of evidence states. Times are instants; digests are {@code sha256:…} in hex. */
public sealed interface Predicate
    permits Approval,
        Backup,
        CheckResult,
        Cost,
        Custody,
        DecisionRecord,
        Deployment,
        Drill,
        GameDay,
        IncidentRegister,
        Review,
        TestRun {

  /** When what it states happened or was decided. */
  Instant at();

  /** What it is about: the statement around it must have this subject. */
  EvidenceSubject subject();
}
