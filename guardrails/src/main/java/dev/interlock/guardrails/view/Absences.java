package dev.interlock.guardrails.view;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one evaluation looked for and did not find, so that an unknown can name the missing fact.
 * One object serves one thread; it is cleared before each evaluation.
 */
public final class Absences {

  /** Beyond this many an evaluation is a search, and the first ones tell enough. */
  private static final int KEPT = 64;

  /**
   * Something that was looked for.
   *
   * @param path the way to what is missing
   * @param nearest the innermost value on that way that exists, or null outside of resources
   */
  public record Absence(String path, @Nullable Location nearest) {

    /** The words in which the missing fact is reported. */
    public String message() {
      return path + " is absent";
    }
  }

  private final Map<String, Absence> byMessage = new LinkedHashMap<>();

  /** Forgets everything. */
  public void clear() {
    byMessage.clear();
  }

  /** Notes a missing fact and gives the words for it. */
  public String note(String path, @Nullable Location nearest) {
    Absence absence = new Absence(path, nearest);
    if (byMessage.size() < KEPT) {
      byMessage.putIfAbsent(absence.message(), absence);
    }
    return absence.message();
  }

  /** The missing fact that an error speaks of, or null when it speaks of another. */
  public @Nullable Absence find(String message) {
    Absence exact = byMessage.get(message);
    if (exact != null) {
      return exact;
    }
    for (Absence absence : byMessage.values()) {
      if (message.contains(absence.message()) || absence.path().endsWith(message)) {
        return absence;
      }
    }
    return null;
  }
}
