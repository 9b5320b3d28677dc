package dev.interlock.changes.contact;

import dev.interlock.estate.Environment;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The same artifacts, to the byte, were brought into every earlier environment and passed their
 * tests there, and the manifests bring in nothing else. A missing proof is unknown, not pending:
 * nobody knows whether the artifact is good.
 */
final class PromotionContact implements ContactJudge {

  @Override
  public ContactName name() {
    return ContactName.PROMOTION;
  }

  @Override
  public Judged judge(Question question) {
    List<String> earlier = earlier(question);
    if (earlier.isEmpty()) {
      return first(question);
    }
    Set<String> artifacts = question.change().allArtifacts();
    return artifacts.isEmpty() ? without(question) : passed(question, artifacts, earlier);
  }

  /** Nothing was to be proven before; but what comes in must be what the change names. */
  private Judged first(Question question) {
    String lead = "Nothing comes before " + question.change().environment();
    List<String> complaints = ImagesProven.complaints(question);
    return complaints.isEmpty()
        ? Judged.closed(name(), lead + ".")
        : Judged.unknown(name(), lead + ", but: " + String.join(" ", complaints));
  }

  private Judged without(Question question) {
    List<String> complaints = ImagesProven.complaints(question);
    if (!complaints.isEmpty()) {
      return Judged.unknown(
          name(), "The change names no artifact. " + String.join(" ", complaints));
    }
    String kind = question.change().kind();
    return SoftwareKinds.contains(kind)
        ? Judged.unknown(
            name(), "The change names no artifact, so nobody can tell what was tested.")
        : Judged.closed(name(), "A change of kind " + kind + " brings in no artifact.");
  }

  private Judged passed(Question question, Set<String> artifacts, List<String> earlier) {
    PromotionProof proof = new PromotionProof(question, artifacts.size() > 1);
    artifacts.forEach(artifact -> earlier.forEach(stage -> proof.look(artifact, stage)));
    List<String> complaints = ImagesProven.complaints(question);
    return proof.judged(complaints, Words.and(earlier));
  }

  /** The environments an artifact must have passed, nearest first. */
  private static List<String> earlier(Question question) {
    Set<String> chain = new LinkedHashSet<>();
    String name = question.environment().promotesFrom();
    while (name != null && chain.add(name)) {
      name =
          question
              .surroundings()
              .estate()
              .find(Environment.class, name)
              .map(Environment::promotesFrom)
              .orElse(null);
    }
    chain.remove(question.change().environment());
    return List.copyOf(chain);
  }
}
