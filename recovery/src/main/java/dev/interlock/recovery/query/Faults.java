package dev.interlock.recovery.query;

import java.util.ArrayList;
import java.util.List;

/** What is wrong: counted, and the first few kept as examples. */
public final class Faults {

  private static final int KEPT = 5;

  private final List<String> examples = new ArrayList<>(KEPT);
  private long count;

  /** One more; an id or a technical name, never data of persons. */
  public void add(String example) {
    if (count < KEPT) {
      examples.add(example);
    }
    count++;
  }

  /** How many. */
  public long count() {
    return count;
  }

  /** The number and the examples, such as {@code 7 (a, b, c, d, e, …)}. */
  @Override
  public String toString() {
    String rest = count > examples.size() ? ", …" : "";
    return count + " (" + String.join(", ", examples) + rest + ")";
  }
}
