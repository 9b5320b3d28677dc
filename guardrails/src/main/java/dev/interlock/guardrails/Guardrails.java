package dev.interlock.guardrails;

import dev.interlock.facts.Resource;
import dev.interlock.finding.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks resources under controls: a pure function. {@link Evaluation} does the same as a stream.
 */
public final class Guardrails {

  private Guardrails() {}

  /**
   * Judges resources. They are taken for everything there is, so waivers that cover nothing are
   * reported.
   *
   * @param controls that are in force, see {@link ControlSelection}
   * @param now waivers that have expired by then cover nothing
   */
  public static Judgement evaluate(
      Iterable<Resource> resources,
      Controls controls,
      Waivers waivers,
      CheckContext context,
      Instant now) {
    Evaluation evaluation = new Evaluation(controls, waivers, context, now);
    List<Finding> findings = new ArrayList<>();
    resources.forEach(resource -> findings.addAll(evaluation.judge(resource)));
    Judgement end = evaluation.finish(true);
    findings.addAll(end.findings());
    return new Judgement(findings, end.summary());
  }
}
