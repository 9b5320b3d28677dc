package dev.interlock.changes.contact;

import dev.interlock.changes.Stated;
import dev.interlock.evidence.CheckResult;
import java.util.Optional;

/** The newest trusted check of exactly this change for exactly its environment. */
final class TrustedCheck {

  private TrustedCheck() {}

  /** Empty when there is none. */
  static Optional<Stated<CheckResult>> of(Question question) {
    Stated<CheckResult> newest = null;
    for (Stated<CheckResult> check :
        question.evidence().trusted(CheckResult.class, c -> isAbout(question, c))) {
      newest = check;
    }
    return Optional.ofNullable(newest);
  }

  /** True when the check is about these bytes of this change. */
  static boolean isAbout(Question question, CheckResult check) {
    return check.changeDigest().equals(question.request().digest())
        && check.change().equals(question.request().name())
        && check.environment().equals(question.change().environment());
  }
}
