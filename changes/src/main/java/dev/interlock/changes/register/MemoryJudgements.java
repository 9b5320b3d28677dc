package dev.interlock.changes.register;

import dev.interlock.changes.Judgement;
import dev.interlock.changes.Judgements;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Judgements in memory. */
public final class MemoryJudgements implements Judgements {

  private final Map<String, Judgement> byChange = new ConcurrentHashMap<>();

  @Override
  public void keep(Judgement judgement) {
    byChange.merge(
        judgement.change(), judgement, (old, anew) -> anew.at().isBefore(old.at()) ? old : anew);
  }

  @Override
  public Map<String, Judgement> all() {
    return Map.copyOf(byChange);
  }

  @Override
  public void clear() {
    byChange.clear();
  }
}
