package dev.interlock.changes.contact;

import dev.interlock.changes.Stated;
import dev.interlock.evidence.CheckResult;
import java.util.List;

/** The newest trusted checks of exactly this change for exactly its environment. */
final class TrustedCheck {

  private TrustedCheck() {}

  /** Empty when there is none; several when they were made at the same instant. */
  static List<Stated<CheckResult>> newest(Question question) {
    List<Stated<CheckResult>> all =
        question
            .evidence()
            .trusted(CheckResult.class, question.subject(), c -> isAbout(question, c));
    return all.isEmpty()
        ? all
        : all.stream().filter(c -> c.says().at().equals(all.getLast().says().at())).toList();
  }

  /**
   * True when the check is about these bytes of this change. Their digest tells which change is
   * meant: what a check has against them counts whatever names stand beside it.
   */
  static boolean isAbout(Question question, CheckResult check) {
    return check.changeDigest().equals(question.request().digest())
        && (hasSomethingAgainstIt(check)
            || (check.change().equals(question.request().name())
                && check.environment().equals(question.change().environment())));
  }

  private static boolean hasSomethingAgainstIt(CheckResult check) {
    return check.violations().values().stream().anyMatch(count -> count > 0);
  }
}
