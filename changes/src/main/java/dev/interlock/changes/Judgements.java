package dev.interlock.changes;

import dev.interlock.changes.register.MemoryJudgements;
import java.util.Map;

/**
 * The last judgement of each change. A projection: it may be thrown away and made again. Safe for
 * use by several threads.
 */
public interface Judgements {

  /** Judgements that last as long as the program. */
  static Judgements inMemory() {
    return new MemoryJudgements();
  }

  /** Keeps a judgement in place of an earlier one of the same change. */
  void keep(Judgement judgement);

  /** All of them by change. */
  Map<String, Judgement> all();

  /** Forgets all of them. */
  void clear();
}
