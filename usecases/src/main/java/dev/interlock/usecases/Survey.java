package dev.interlock.usecases;

import dev.interlock.facts.FactReader;
import dev.interlock.facts.Reading;
import dev.interlock.finding.Diagnostic;
import dev.interlock.guardrails.Evaluation;
import java.util.List;

/**
 * Looks through the inputs before they are judged, where policies ask for resources beside the one
 * they judge. Nothing is kept but what they ask for.
 */
final class Survey {

  private final FactReader reader;
  private final Evaluation evaluation;

  Survey(FactReader reader, Evaluation evaluation) {
    this.reader = reader;
    this.evaluation = evaluation;
  }

  /**
   * Looks through inputs that can be read again; does nothing where nobody asks.
   *
   * @param complete whether somebody says that there is nothing else
   */
  void of(List<String> inputs, boolean complete) {
    if (evaluation.needsSurvey()) {
      Reading reading = reader.read(inputs, evaluation::survey);
      evaluation.surveyed(readAll(reading), complete);
    }
  }

  /** True when nothing in the inputs was left out. */
  static boolean readAll(Reading reading) {
    return reading.diagnostics().stream().noneMatch(Diagnostic::isError);
  }
}
