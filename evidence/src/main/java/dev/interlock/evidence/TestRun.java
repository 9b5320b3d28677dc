package dev.interlock.evidence;

import dev.interlock.document.Doc;
import java.time.Instant;

/** An artifact was tested in an environment. */
@Doc("An artifact was tested in an environment.")
public record TestRun(
    @Doc("Digest of the artifact.") String artifact,
    @Doc("Where it was tested.") String environment,
    @Doc("What was run.") String suite,
    @Doc("Nothing failed.") boolean passed,
    @Doc(value = "When it had ended.", example = "2026-11-21T08:30:00Z") Instant at)
    implements Predicate {

  public TestRun {
    Digests.require("artifact", artifact);
  }

  @Override
  public EvidenceSubject subject() {
    return EvidenceSubject.ofDigest(artifact, artifact);
  }
}
