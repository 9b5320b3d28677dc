package dev.interlock.evidence;

import dev.interlock.document.Doc;
import dev.interlock.finding.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Guardrails were checked on the manifests or plan of a change. */
@Doc("Guardrails were checked on the manifests or plan of a change.")
public record CheckResult(
    @Doc("Name of the change.") String change,
    @Doc("Digest of the change as it was checked.") String changeDigest,
    @Doc("The environment it was checked for.") String environment,
    @Doc(value = "Rules broken that nothing waives, by severity.", example = "{high: 2}")
        Map<String, Integer> violations,
    @Doc(value = "Rules that could not be judged, by severity.", example = "{medium: 1}")
        Map<String, Integer> unknown,
    @Doc("How many resources were judged.") int resources,
    @Doc(
            "How many judgements were made: one for each resource under each control that is about it. Without any, or without a word about them, nothing is proven.")
        @Nullable Integer evaluations,
    @Doc(
            "Digests of all images that the change brings in, for files that the gate can't read by itself. An empty list says that there are none; without the list nobody knows.")
        @Nullable List<String> images,
    @Doc(value = "When they were judged.", example = "2026-11-21T08:30:00Z") Instant at)
    implements Predicate {

  public CheckResult {
    Digests.require("changeDigest", changeDigest);
    violations = counts("violations", violations);
    unknown = counts("unknown", unknown);
    if (images != null) {
      images.forEach(digest -> Digests.require("images", digest));
      images = List.copyOf(images);
    }
    if (resources < 0) {
      throw new IllegalArgumentException("resources must not be negative");
    }
    if (evaluations != null && evaluations < 0) {
      throw new IllegalArgumentException("evaluations must not be negative");
    }
  }

  @Override
  public EvidenceSubject subject() {
    return EvidenceSubject.ofDigest(change, changeDigest);
  }

  private static Map<String, Integer> counts(String key, Map<String, Integer> counts) {
    counts.forEach((word, count) -> {
      if (Severity.parse(word).isEmpty() || count < 0) {
        throw new IllegalArgumentException(
            key + " must count by low, medium, high or critical, found " + word + ": " + count);
      }
    });
    return Map.copyOf(counts);
  }
}
