package dev.interlock.server.console;

import dev.interlock.finding.SourceRef;
import dev.interlock.server.console.FindingsPage.SourceLine;
import java.util.ArrayList;
import java.util.List;

/** The lines around a place in a file. */
final class Excerpt {

  private static final int AROUND = 2;
  private static final int LONGEST = 200;

  private Excerpt() {}

  /** Two lines before and after; empty when the place has no line or lies behind the end. */
  static List<SourceLine> of(SourceRef source, String text) {
    if (source.line() == 0) {
      return List.of();
    }
    int first = Math.max(1, source.line() - AROUND);
    List<SourceLine> excerpt = new ArrayList<>();
    for (String line : text.lines().skip(first - 1L).limit(2L * AROUND + 1).toList()) {
      int number = first + excerpt.size();
      String shown = line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
      excerpt.add(new SourceLine(number, shown, number == source.line()));
    }
    return excerpt;
  }
}
