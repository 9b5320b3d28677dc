package dev.interlock.guardrails.judge;

import dev.interlock.finding.Verdict;
import dev.interlock.guardrails.Guardrail;
import dev.interlock.guardrails.cel.Work;
import java.util.HashMap;
import java.util.Map;

/**
 * Which controls made too much work, during one check. A control that had to be stopped on several
 * resources is not tried on more of them: what it says there is unknown at once.
 */
public final class WorkBook {

  /** Resources on which a control may be stopped before it is given up. */
  private static final int STOPS = 3;

  private final Map<String, Integer> stops = new HashMap<>();
  private final long units;

  /** A book for one check; each control may make that much work on each resource. */
  public WorkBook(long units) {
    this.units = units;
  }

  /** Judges a resource, unless the control has been given up. */
  public Rulings under(ResourceScope.Judged judged, Guardrail guardrail) {
    if (stops.getOrDefault(guardrail.name(), 0) >= STOPS) {
      return Rulings.one(
          new Ruling(
              new Verdict.Unknown(
                  "not tried: the control was stopped on "
                      + STOPS
                      + " resources before, because it needs more than the "
                      + units
                      + " units of work that a control has on each; what is said there tells how"
                      + " far it came"),
              judged.root(),
              judged.root().path()));
    }
    Work work = new Work(units);
    Rulings rulings = judged.under(guardrail, work);
    if (work.spent()) {
      stops.merge(guardrail.name(), 1, Integer::sum);
    }
    return rulings;
  }
}
