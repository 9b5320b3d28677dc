package dev.interlock.usecases;

import dev.interlock.usecases.ListRegistered.Row;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many open changes stand in which way, by what the gate last said. Filled by one thread. */
public final class Standings {

  private static final String CLOSED = "closed";

  private final Map<String, Integer> outcomes = new LinkedHashMap<>();
  private final Map<String, Integer> notClosed = new LinkedHashMap<>();
  private int all;

  /** Counts a change, if it is open. */
  void count(Row row) {
    if (!row.change().open()) {
      return;
    }
    all++;
    outcomes.merge(row.outcome(), 1, Integer::sum);
    if (row.judged() != null && row.judged().answer() != null) {
      row.judged()
          .answer()
          .contacts()
          .forEach(
              (name, state) -> notClosed.merge(name, state.equals(CLOSED) ? 0 : 1, Integer::sum));
    }
  }

  /** How many are open. */
  public int all() {
    return all;
  }

  /** How many the gate gave this outcome: go, wait, stop or unknown. */
  public int outcome(String word) {
    return outcomes.getOrDefault(word, 0);
  }

  /** How many have a contact that is not closed, by its name, in the order of the rung. */
  public Map<String, Integer> notClosed() {
    return Collections.unmodifiableMap(notClosed);
  }

  /** Everything that is counted, in words. */
  @Override
  public String toString() {
    return all + " open, " + outcomes + ", not closed " + notClosed;
  }
}
