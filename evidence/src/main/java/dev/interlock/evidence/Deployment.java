package dev.interlock.evidence;

import dev.interlock.document.Doc;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An artifact was brought into an environment. */
@Doc("An artifact was brought into an environment.")
public record Deployment(
    @Doc("Digest of the artifact.") String artifact,
    @Doc("Where it went.") String environment,
    @Doc("The change it belonged to.") @Nullable String change,
    @Doc("The Person who did it; none when a pipeline did it by itself.") @Nullable String executor,
    @Doc("It runs there.") boolean succeeded,
    @Doc(value = "When it had ended.", example = "2026-11-21T08:30:00Z") Instant at)
    implements Predicate {

  public Deployment {
    Digests.require("artifact", artifact);
  }

  @Override
  public EvidenceSubject subject() {
    return EvidenceSubject.ofDigest(artifact, artifact);
  }
}
