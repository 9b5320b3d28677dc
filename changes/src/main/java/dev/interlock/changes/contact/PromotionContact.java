package dev.interlock.changes.contact;

import dev.interlock.changes.Stated;
import dev.interlock.estate.Environment;
import dev.interlock.evidence.Deployment;
import dev.interlock.evidence.TestRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The same artifact, to the byte, was brought into every earlier environment and passed its tests
 * there. A missing proof is unknown, not pending: nobody knows whether the artifact is good.
 */
final class PromotionContact implements ContactJudge {

  /** Kinds of change that bring in no software; every other kind must name its artifact. */
  private static final Set<String> WITHOUT_ARTIFACT =
      Set.of(
          "access",
          "certificate",
          "config",
          "configuration",
          "data",
          "infrastructure",
          "network",
          "scaling",
          "secret");

  @Override
  public ContactName name() {
    return ContactName.PROMOTION;
  }

  @Override
  public Judged judge(Question question) {
    List<String> earlier = earlier(question);
    if (earlier.isEmpty()) {
      return Judged.closed(name(), "Nothing comes before " + question.change().environment() + ".");
    }
    String artifact = question.change().artifact();
    if (artifact == null) {
      String kind = question.change().kind();
      return WITHOUT_ARTIFACT.contains(kind)
          ? Judged.closed(name(), "A change of kind " + kind + " brings in no artifact.")
          : Judged.unknown(
              name(), "The change names no artifact, so nobody can tell what was tested.");
    }
    return passed(question, artifact, earlier);
  }

  private Judged passed(Question question, String artifact, List<String> earlier) {
    List<String> failed = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    Set<String> used = new LinkedHashSet<>();
    for (String environment : earlier) {
      stage(question, artifact, environment, failed, missing, used);
    }
    if (!failed.isEmpty()) {
      return Judged.open(name(), String.join(" ", failed)).restingOn(used);
    }
    return missing.isEmpty()
        ? Judged.closed(
                name(),
                "The same artifact runs in " + Words.and(earlier) + " and passed its tests there.")
            .restingOn(used)
        : Judged.unknown(name(), String.join(" ", missing)).restingOn(used);
  }

  private static void stage(
      Question question,
      String artifact,
      String environment,
      List<String> failed,
      List<String> missing,
      Set<String> used) {
    Predicate<Deployment> brought =
        d -> d.artifact().equals(artifact) && d.environment().equals(environment);
    Map<String, Stated<Deployment>> deployed =
        newest(question, Deployment.class, brought, _ -> "deployment");
    Predicate<TestRun> ran =
        t -> t.artifact().equals(artifact) && t.environment().equals(environment);
    Map<String, Stated<TestRun>> tested = newest(question, TestRun.class, ran, TestRun::suite);
    deployed.values().forEach(d -> used.add(d.item().label()));
    tested.values().forEach(t -> used.add(t.item().label()));
    if (deployed.values().stream().anyMatch(d -> !d.says().succeeded())) {
      failed.add("It could not be brought into " + environment + ".");
    }
    tested.values().stream()
        .filter(t -> !t.says().passed())
        .forEach(t -> failed.add("It failed " + t.says().suite() + " in " + environment + "."));
    if (deployed.isEmpty()) {
      missing.add(
          "Nobody has proven that this artifact was brought into "
              + environment
              + Untrusted.note(question, Deployment.class, brought)
              + ".");
    }
    if (tested.isEmpty()) {
      missing.add(
          "Nobody has proven that this artifact was tested in "
              + environment
              + Untrusted.note(question, TestRun.class, ran)
              + ".");
    }
  }

  /** The newest of each kind; of two at the same instant the worse, so both are looked at. */
  private static <P extends dev.interlock.evidence.Predicate> Map<String, Stated<P>> newest(
      Question question,
      Class<P> type,
      Predicate<P> about,
      java.util.function.Function<P, String> kind) {
    Map<String, Stated<P>> newest = new LinkedHashMap<>();
    for (Stated<P> stated : question.evidence().trusted(type, about)) {
      newest.merge(kind.apply(stated.says()), stated, PromotionContact::later);
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
