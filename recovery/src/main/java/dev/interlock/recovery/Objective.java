package dev.interlock.recovery;

import dev.interlock.estate.BusinessProcess;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Measured;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a drill says about the objectives of one business process.
 *
 * @param process its name
 * @param displayName as people know it
 * @param measured what the drill measured; null when it did not
 * @param rto the longest it may stand still
 * @param rpo the most work that may be lost
 */
public record Objective(
    String process, String displayName, @Nullable Measured measured, Duration rto, Duration rpo) {

  /** Whether it was kept. */
  public enum State {
    KEPT,
    MISSED,
    UNKNOWN
  }

  /** For each process of the estate, by name; what a drill measured beside is left out. */
  public static List<Objective> of(Map<String, BusinessProcess> processes, Drill drill) {
    return processes.entrySet().stream()
        .map(entry -> of(entry.getKey(), entry.getValue(), drill))
        .toList();
  }

  private static Objective of(String name, BusinessProcess promised, Drill drill) {
    Measured measured =
        drill.processes().stream().filter(m -> m.process().equals(name)).findFirst().orElse(null);
    return new Objective(name, promised.displayName(), measured, promised.rto(), promised.rpo());
  }

  /** A process that was not measured is unknown. */
  public State state() {
    if (measured == null) {
      return State.UNKNOWN;
    }
    return keepsRto(measured) && keepsRpo(measured) ? State.KEPT : State.MISSED;
  }

  private boolean keepsRto(Measured it) {
    return it.rto().compareTo(rto) <= 0;
  }

  private boolean keepsRpo(Measured it) {
    return it.rpo().compareTo(rpo) <= 0;
  }
}
