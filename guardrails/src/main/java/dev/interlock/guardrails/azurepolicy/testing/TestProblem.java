package dev.interlock.guardrails.azurepolicy.testing;

import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a file of policy tests. The codes are permanent. */
enum TestProblem {
  /** It is no file of policy tests. */
  NO_TEST("POL070", "a policy test begins with apiVersion: interlock.dev/v1 and kind: PolicyTest"),
  /** Something is missing or of another type than it must be. */
  WRONG("POL071", null),
  /** A word that has no meaning; it is passed over. */
  UNKNOWN_KEY("POL072", null);

  private final String code;
  private final @Nullable String hint;

  TestProblem(String code, @Nullable String hint) {
    this.code = code;
    this.hint = hint;
  }

  Diagnostic error(SourceRef place, String message) {
    return new Diagnostic(code, Diagnostic.Level.ERROR, place, message, hint);
  }

  Diagnostic warning(SourceRef place, String message) {
    return new Diagnostic(code, Diagnostic.Level.WARNING, place, message, hint);
  }
}
