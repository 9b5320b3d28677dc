package dev.interlock.changes.contact;

import dev.interlock.changes.Stated;
import dev.interlock.evidence.Predicate;
import java.util.List;

/** Says what is there but does not count: it closes nothing, yet people should know. */
final class Untrusted {

  private Untrusted() {}

  /** {@code ; that in FILE does not count: WHY}, or nothing when nothing of the sort is there. */
  static <P extends Predicate> String note(
      Question question, Class<P> type, java.util.function.Predicate<P> about) {
    return note(question.evidence().untrusted(type, about));
  }

  /** The same, among what says that it is about a subject, SHA-256 in hex. */
  static <P extends Predicate> String note(
      Question question, Class<P> type, String subject, java.util.function.Predicate<P> about) {
    return note(question.evidence().untrusted(type, subject, about));
  }

  private static <P extends Predicate> String note(List<Stated<P>> claims) {
    return claims.stream()
        .findFirst()
        .map(s -> "; what " + s.item().file() + " says does not count: " + s.complaint())
        .orElse("");
  }
}
