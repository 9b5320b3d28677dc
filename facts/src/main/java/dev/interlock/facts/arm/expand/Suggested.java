package dev.interlock.facts.arm.expand;

import dev.interlock.finding.Suggestion;
import java.util.List;

/** Asks whether another name was meant, where there are few enough to look at each. */
final class Suggested {

  private static final int MOST = 300;

  private Suggested() {}

  /** What follows the message that there is nothing of that name. */
  static String of(String name, List<String> names) {
    if (names.size() > MOST || name.length() > MOST) {
      return "";
    }
    return Suggestion.nearest(name, names).map(it -> "; did you mean '" + it + "'?").orElse("");
  }
}
