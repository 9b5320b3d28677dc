package dev.interlock.guardrails.judge;

import dev.interlock.finding.Verdict;
import dev.interlock.guardrails.view.Location;

/**
 * What judging one resource, or one element of it, came to.
 *
 * @param verdict fail or unknown; passes are only counted
 * @param nearest the value the finding points at
 * @param path the way to the deciding property, for the fingerprint
 */
public record Ruling(Verdict verdict, Location nearest, String path) {

  /** The reason in the words of the finding. */
  public String message() {
    return switch (verdict) {
      case Verdict.Pass _ -> "";
      case Verdict.Fail(String reason) -> reason;
      case Verdict.Unknown(String reason) -> "cannot be judged: " + reason;
    };
  }
}
