package dev.interlock.cli.remote;

import dev.interlock.finding.Diagnostic;
import java.util.Map;

/** A mistake that the server found in what was sent. */
public final class SentProblem {

  private SentProblem() {}

  /**
   * The mistake as if it had been found here.
   *
   * @param names what the user calls a file, by what the server calls it
   */
  public static Diagnostic of(Part part, Map<String, String> names) {
    return Diagnostic.error(
            part.text("code"), Place.of(part.text("place"), names), part.text("message"))
        .withHint(part.textOrNull("hint"));
  }
}
