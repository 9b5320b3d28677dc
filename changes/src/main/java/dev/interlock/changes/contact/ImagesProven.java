package dev.interlock.changes.contact;

import dev.interlock.changes.ManifestFindings;
import dev.interlock.changes.Stated;
import dev.interlock.evidence.CheckResult;
import dev.interlock.facts.ImageUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    List<String> unseen = new ArrayList<>(seenByCheck(question));
    ManifestFindings findings = question.findings();
    if (findings == null) {
      if (!question.change().allArtifacts().isEmpty()) {
        unseen.add("The change names no manifests, so nobody can tell what it brings in.");
      }
    } else if (!findings.unreadable().isEmpty() && !checkListsAll(question)) {
      unseen.add(
          "Nobody can tell which images come in with what could not be read: "
              + findings.unreadable().getFirst()
              + ".");
    }
    return unseen;
  }

  /** What the gate could not read, a trusted check of exactly this change may have read. */
  private static boolean checkListsAll(Question question) {
    List<Stated<CheckResult>> checks = TrustedCheck.newest(question);
    return !checks.isEmpty() && checks.stream().allMatch(c -> c.says().images() != null);
  }

  private static List<String> seenByCheck(Question question) {
    Set<String> artifacts = question.change().allArtifacts();
    return shown(
        TrustedCheck.newest(question).stream()
            .map(check -> check.says().images())
            .filter(Objects::nonNull)
            .flatMap(List::stream)
            .filter(digest -> !artifacts.contains(digest))
            .distinct()
            .map(digest ->
                "The check saw image " + digest + ", none of the artifacts that the change names.")
            .toList());
  }
}
