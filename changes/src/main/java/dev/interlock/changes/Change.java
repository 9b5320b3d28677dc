package dev.interlock.changes;

import dev.interlock.document.Doc;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request to alter an environment: the {@code spec} of a document of kind Change. */
@Doc("A request to alter an environment.")
public record Change(
    @Doc("What is to be done, one line.") String title,
    @Doc(value = "What kind of change it is.", example = "module") String kind,
    @Doc("The environment it alters.") String environment,
    @Doc("Services it touches.") List<String> services,
    @Doc(value = "Digest of the artifact that is brought in.", example = "sha256:…")
        @Nullable String artifact,
    @Doc(
            "Digests of everything else that the manifests bring in: sidecars, init containers, neighbours.")
        List<String> artifacts,
    @Doc("Files or folders with the manifests or plans, relative to this document.")
        List<String> manifests,
    @Doc("Why it is needed.") String reason,
    @Doc("Person who asks for it.") String requester,
    @Doc("Person or pipeline account that carries it out.") @Nullable String executor,
    @Doc("A pre-approved template it follows.") @Nullable String template,
    @Doc("The tier the requester asks for; it can only raise the one the policy gives.")
        @Nullable String tier,
    @Doc("It destroys data or replaces something that holds data.") boolean destructive,
    @Doc(value = "How long it takes, going back included.", example = "PT1H") Duration duration,
    @Doc("The earliest instant the requester wants it.") @Nullable Instant notBefore,
    @Doc("The instant after which it is pointless.") @Nullable Instant deadline,
    @Doc("The way back.") @Nullable Rollback rollback,
    @Doc("Incident it answers, for an emergency.") @Nullable String incident) {

  /** Every digest the change names, the artifact first. */
  public Set<String> allArtifacts() {
    Set<String> all = new LinkedHashSet<>();
    if (artifact != null) {
      all.add(artifact);
    }
    all.addAll(artifacts);
    return all;
  }

  /** How to go back. */
  @Doc("How to go back.")
  public record Rollback(
      @Doc("The steps, in order.") List<String> steps,
      @Doc(value = "How long going back takes.", example = "PT20M") Duration duration,
      @Doc("The change can't be undone by redeploying: a restore is the way back.")
          boolean needsRestore) {}
}
