package dev.interlock.changes.contact;

import dev.interlock.changes.ManifestFindings;
import dev.interlock.facts.ImageUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Whether everything that the manifests bring in is one of the artifacts that the change names.
 * What is not pinned by its digest can be anything tomorrow, and what nobody could read can bring
 * in anything today.
 */
final class ImagesProven {

  private static final int SHOWN = 3;

  private ImagesProven() {}

  /** The images of the change's manifests. */
  static List<ImageUse> of(Question question) {
    ManifestFindings findings = question.findings();
    return findings == null ? List.of() : findings.touched().images();
  }

  /** What is not accounted for, one sentence each; empty when all is. */
  static List<String> complaints(Question question) {
    Set<String> artifacts = question.change().allArtifacts();
    List<String> found = new ArrayList<>();
    for (ImageUse image : of(question)) {
      String digest = image.digest();
      if (digest == null) {
        found.add("Image " + image + " is not pinned by a digest, so it can be anything.");
      } else if (!artifacts.contains(digest)) {
        found.add("Image " + image + " is none of the artifacts that the change names.");
      }
    }
    List<String> shown = shown(found.stream().distinct().toList());
    shown.addAll(unseen(question));
    return shown;
  }

  private static List<String> shown(List<String> all) {
    List<String> shown = new ArrayList<>(all.subList(0, Math.min(SHOWN, all.size())));
    if (all.size() > SHOWN) {
      shown.add(Words.count(all.size() - SHOWN, "more image") + " likewise.");
    }
    return shown;
  }

  private static List<String> unseen(Question question) {
    ManifestFindings findings = question.findings();
    if (findings == null) {
      return question.change().allArtifacts().isEmpty()
          ? List.of()
          : List.of("The change names no manifests, so nobody can tell what it brings in.");
    }
    return findings.unreadable().isEmpty() ? List.of() : unread(question, findings);
  }

  /** What the gate could not read, a trusted check of exactly this change may have read. */
  private static List<String> unread(Question question, ManifestFindings findings) {
    List<String> seen = TrustedCheck.of(question).map(check -> check.says().images()).orElse(null);
    if (seen == null) {
      return List.of(
          "Nobody can tell which images come in with what could not be read: "
              + findings.unreadable().getFirst()
              + ".");
    }
    Set<String> artifacts = question.change().allArtifacts();
    return shown(
        seen.stream()
            .filter(digest -> !artifacts.contains(digest))
            .map(digest ->
                "The check saw image " + digest + ", none of the artifacts that the change names.")
            .toList());
  }
}
