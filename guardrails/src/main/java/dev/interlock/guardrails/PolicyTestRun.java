package dev.interlock.guardrails;

import dev.interlock.expression.JsonText;
import dev.interlock.finding.Diagnostic;
import dev.interlock.guardrails.azurepolicy.testing.CaseResult;
import dev.interlock.guardrails.azurepolicy.testing.PolicyTests;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Runs files of kind PolicyTest. Not safe for use by several threads. */
public final class PolicyTestRun {

  private final PolicyTests tests = new PolicyTests();

  /**
   * How a case came out.
   *
   * @param file it is written in
   * @param line it begins at
   * @param expected JSON of what it expects
   * @param actual JSON of what the evaluation gave
   */
  public record Case(
      String file, int line, String name, boolean passed, String expected, String actual) {}

  /**
   * Runs the cases of a file.
   *
   * @param now what {@code utcNow()} gives where a case does not say
   * @param sink takes each result, in the order of the cases
   */
  public void run(Path file, Instant now, Consumer<Case> sink) {
    tests.run(file, now, result -> sink.accept(row(result)));
  }

  private static Case row(CaseResult result) {
    return new Case(
        result.file(),
        result.line(),
        result.name(),
        result.passed(),
        JsonText.of(result.expected()),
        JsonText.of(result.actual()));
  }

  /** What was wrong with the files so far, by place. */
  public List<Diagnostic> problems() {
    return tests.problems();
  }
}
