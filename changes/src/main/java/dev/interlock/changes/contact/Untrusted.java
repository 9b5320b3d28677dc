package dev.interlock.changes.contact;

import dev.interlock.changes.Stated;
import dev.interlock.evidence.Predicate;

/** Says what is there but does not count: it closes nothing, yet people should know. */
final class Untrusted {

  private Untrusted() {}

  /** {@code ; that in FILE does not count: WHY}, or nothing when nothing of the sort is there. */
  static <P extends Predicate> String note(
      Question question, Class<P> type, java.util.function.Predicate<P> about) {
    for (Stated<P> stated : question.evidence().untrusted(type, about)) {
      return "; what " + stated.item().file() + " says does not count: " + stated.complaint();
    }
    return "";
  }
}
