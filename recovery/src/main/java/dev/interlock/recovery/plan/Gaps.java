package dev.interlock.recovery.plan;

import dev.interlock.estate.Entry;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Spec;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.RecoveryPlan.Gap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is missing, each once, with its place in the estate. */
public final class Gaps {

  private final Estate estate;
  private final Set<Gap> gaps = new LinkedHashSet<>();

  /** None yet. */
  public Gaps(Estate estate) {
    this.estate = estate;
  }

  /** Notes one about a document of the estate. */
  void about(
      RecoveryCode code, Class<? extends Spec> type, String name, String message, String hint) {
    String where = estate.entry(type, name).map(Entry::source).map(Object::toString).orElse(name);
    about(code, where, message, hint);
  }

  /** Notes one about something else. */
  void about(RecoveryCode code, String where, String message, String hint) {
    gaps.add(new Gap(code.code(), where, message, hint));
  }

  /** All, in the order in which they were found. */
  public List<Gap> all() {
    return List.copyOf(gaps);
  }
}
