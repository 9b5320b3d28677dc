package dev.interlock.recovery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps how far each stage said it was, and that it never said more than all. */
final class ToldStages implements RecoveryProgress {

  private final Map<String, Long> furthest = new ConcurrentHashMap<>();
  private volatile String stage = "";

  @Override
  public void begins(String next) {
    stage = next;
  }

  @Override
  public void at(long done, long all) {
    if (all > 0 && done > all) {
      throw new AssertionError(stage + " says " + done + " of " + all);
    }
    furthest.merge(stage, all > 0 ? done : 0, Math::max);
  }

  /** How far a stage was of a whole that it knew; 0 when it never told. */
  long furthest(String name) {
    return furthest.getOrDefault(name, 0L);
  }
}
