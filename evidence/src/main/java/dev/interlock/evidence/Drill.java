package dev.interlock.evidence;

import dev.interlock.document.Doc;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A real restore was run and verified. */
@Doc("A real restore was run and verified.")
public record Drill(
    @Doc("The environment whose backup was restored.") String environment,
    @Doc("What was restored.") String backup,
    @Doc("Every check of the restored system passed.") boolean verified,
    @Doc("What was measured for each business process.") List<Measured> processes,
    @Doc(value = "When the drill had ended.", example = "2026-11-21T08:30:00Z") Instant at)
    implements Predicate {

  public Drill {
    processes = List.copyOf(processes);
  }

  /** What was measured for one process. */
  @Doc("What was measured for one process.")
  public record Measured(
      @Doc("Name of the BusinessProcess.") String process,
      @Doc(
              value = "From the start of the restore until the process worked again.",
              example = "PT1H20M")
          Duration rto,
      @Doc(
              value = "Age of the newest work that came back, at the moment of the assumed loss.",
              example = "PT4M")
          Duration rpo) {

    public Measured {
      if (rto.isNegative() || rpo.isNegative()) {
        throw new IllegalArgumentException("rto and rpo must not be negative");
      }
    }
  }

  @Override
  public EvidenceSubject subject() {
    return EvidenceSubject.ofName("environment/" + environment);
  }
}
