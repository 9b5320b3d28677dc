package dev.interlock.changes.contact;

import dev.interlock.changes.Contact.State;
import dev.interlock.changes.Stated;
import dev.interlock.evidence.CheckResult;
import dev.interlock.finding.Severity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the newest trusted check of exactly this change says about the rules. */
final class RulesOfACheck {

  private static final ContactName NAME = ContactName.RULES;

  private final Question question;
  private final Severity failOn;
  private final List<Stated<CheckResult>> newest;

  RulesOfACheck(Question question, Severity failOn) {
    this.question = question;
    this.failOn = failOn;
    this.newest = TrustedCheck.newest(question);
  }

  /** Where nothing could be judged here, the check stands in. */
  Judged insteadOf(String lack) {
    return newest.isEmpty()
        ? Judged.unknown(NAME, lack + ", and " + noCheck() + ".")
        : worst(newest.stream().map(this::standIn).toList());
  }

  /** What was judged here holds unless the check has something against the change. */
  Judged beside(Judged own) {
    List<Judged> against =
        newest.stream().filter(c -> against(c.says()) != null).map(this::standIn).toList();
    return against.isEmpty() ? own : worst(against);
  }

  private static Judged worst(List<Judged> judged) {
    for (State state : List.of(State.OPEN, State.UNKNOWN)) {
      for (Judged each : judged) {
        if (each.contact().state() == state) {
          return each;
        }
      }
    }
    return judged.getLast();
  }

  private Judged standIn(Stated<CheckResult> check) {
    Judged against = against(check.says());
    return (against == null ? proves(check.says()) : against).restingOn(check);
  }

  private @Nullable Judged against(CheckResult check) {
    int broken = count(check.violations());
    int undecided = count(check.unknown());
    if (broken > 0) {
      return Judged.open(
          NAME,
          "The check found " + Words.count(broken, "violation") + " " + atLeast(failOn) + ".");
    }
    return undecided == 0
        ? null
        : Judged.unknown(NAME, "The check could not judge " + Words.count(undecided, "rule") + ".");
  }

  private Judged proves(CheckResult check) {
    if (check.resources() == 0) {
      return Judged.unknown(NAME, "The check had nothing before it that could be judged.");
    }
    Integer evaluations = check.evaluations();
    if (evaluations == null) {
      return Judged.unknown(
          NAME, "The check does not say that any control was about what was before it.");
    }
    return evaluations == 0
        ? Judged.unknown(
            NAME, "No control of the check was about what was before it, so nothing was judged.")
        : Judged.closed(
            NAME, "A trusted check of this change found nothing " + atLeast(failOn) + ".");
  }

  private String noCheck() {
    for (Stated<CheckResult> check :
        question
            .evidence()
            .untrusted(
                CheckResult.class, question.subject(), c -> TrustedCheck.isAbout(question, c))) {
      return "the check in " + check.item().file() + " does not count: " + check.complaint();
    }
    boolean earlier =
        !question
            .evidence()
            .trusted(CheckResult.class, c -> c.change().equals(question.request().name()))
            .isEmpty();
    return earlier
        ? "the checks there are were made before the change was edited"
        : "there is no trusted check of this change";
  }

  private int count(Map<String, Integer> bySeverity) {
    return bySeverity.entrySet().stream()
        .filter(e -> Severity.parse(e.getKey()).orElse(Severity.CRITICAL).compareTo(failOn) >= 0)
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  static String atLeast(Severity severity) {
    return severity == Severity.CRITICAL ? "critical" : severity.word() + " or above";
  }
}
