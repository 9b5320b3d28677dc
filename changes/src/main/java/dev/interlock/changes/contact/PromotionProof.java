package dev.interlock.changes.contact;

import dev.interlock.changes.Stated;
import dev.interlock.evidence.Deployment;
import dev.interlock.evidence.EvidenceSubject;
import dev.interlock.evidence.TestRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Gathers what is proven of the artifacts of a change, one environment at a time. */
final class PromotionProof {

  private static final int SHOWN_DIGITS = "sha256:".length() + 12;

  private final Question question;
  private final boolean several;
  private final List<String> failed = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private final List<Stated<?>> used = new ArrayList<>();

  /**
   * Nothing proven yet.
   *
   * @param several the change has several artifacts, so each is called by its digest
   */
  PromotionProof(Question question, boolean several) {
    this.question = question;
    this.several = several;
  }

  /** Looks for the proof that an artifact was brought into an environment and tested there. */
  void look(String artifact, String environment) {
    String subject = EvidenceSubject.ofDigest(artifact, artifact).sha256();
    Predicate<Deployment> brought = d -> d.environment().equals(environment);
    Map<String, Stated<Deployment>> deployed =
        newest(Deployment.class, subject, brought, _ -> "deployment");
    Predicate<TestRun> ran = t -> t.environment().equals(environment);
    Map<String, Stated<TestRun>> tested = newest(TestRun.class, subject, ran, TestRun::suite);
    used.addAll(deployed.values());
    used.addAll(tested.values());
    failures(artifact, environment, deployed, tested);
    if (deployed.isEmpty()) {
      String note = Untrusted.note(question, Deployment.class, subject, brought);
      unproven(artifact, "brought into " + environment + note);
    }
    if (tested.isEmpty()) {
      String note = Untrusted.note(question, TestRun.class, subject, ran);
      unproven(artifact, "tested in " + environment + note);
    }
  }

  private void failures(
      String artifact,
      String environment,
      Map<String, Stated<Deployment>> deployed,
      Map<String, Stated<TestRun>> tested) {
    String it = several ? "Artifact " + shortened(artifact) : "It";
    if (deployed.values().stream().anyMatch(d -> !d.says().succeeded())) {
      failed.add(it + " could not be brought into " + environment + ".");
    }
    tested.values().stream()
        .filter(t -> !t.says().passed())
        .forEach(t -> failed.add(it + " failed " + t.says().suite() + " in " + environment + "."));
  }

  private void unproven(String artifact, String what) {
    String it = several ? "artifact " + shortened(artifact) : "this artifact";
    missing.add("Nobody has proven that " + it + " was " + what + ".");
  }

  private static String shortened(String artifact) {
    return artifact.substring(0, Math.min(SHOWN_DIGITS, artifact.length()));
  }

  /**
   * What it comes to.
   *
   * @param complaints what the manifests bring in beside the artifacts
   * @param environments that were looked at, in words
   */
  Judged judged(List<String> complaints, String environments) {
    ContactName name = ContactName.PROMOTION;
    if (!failed.isEmpty()) {
      return Judged.open(name, String.join(" ", failed)).restingOnAll(used);
    }
    List<String> lacking = new ArrayList<>(complaints);
    lacking.addAll(missing);
    if (!lacking.isEmpty()) {
      return Judged.unknown(name, String.join(" ", lacking)).restingOnAll(used);
    }
    String what =
        several
            ? "The same artifacts were brought into "
                + environments
                + " and passed their tests there."
            : "The same artifact was brought into " + environments + " and passed its tests there.";
    return Judged.closed(name, what).restingOnAll(used);
  }

  /** The newest of each kind; of two at the same instant the worse, so both are looked at. */
  private <P extends dev.interlock.evidence.Predicate> Map<String, Stated<P>> newest(
      Class<P> type, String subject, Predicate<P> about, Function<P, String> kind) {
    Map<String, Stated<P>> newest = new LinkedHashMap<>();
    for (Stated<P> stated : question.evidence().trusted(type, subject, about)) {
      newest.merge(kind.apply(stated.says()), stated, PromotionProof::later);
    }
    return newest;
  }

  private static <P extends dev.interlock.evidence.Predicate> Stated<P> later(
      Stated<P> a, Stated<P> b) {
    int order = a.says().at().compareTo(b.says().at());
    if (order != 0) {
      return order > 0 ? a : b;
    }
    return good(b) ? a : b;
  }

  private static boolean good(Stated<?> stated) {
    return switch (stated.says()) {
      case Deployment d -> d.succeeded();
      case TestRun t -> t.passed();
      case dev.interlock.evidence.Predicate p ->
          throw new IllegalStateException("neither deployment nor test run: " + p);
    };
  }
}
