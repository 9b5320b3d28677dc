package dev.interlock.architecture;

import java.util.ArrayList;
import java.util.List;

/**
 * One command of a Markdown console block with the output shown below it.
 *
 * @param command what stands after {@code $ }
 * @param expected the lines below; a line {@code …} stands for any number of lines
 */
record Transcript(String command, List<String> expected) {

  /** All commands of all {@code console} blocks, in order. */
  static List<Transcript> parse(String markdown) {
    List<Transcript> found = new ArrayList<>();
    boolean inside = false;
    for (String line : markdown.lines().toList()) {
      if (line.startsWith("```")) {
        inside = !inside && line.equals("```console");
      } else if (inside && line.startsWith("$ ")) {
        found.add(new Transcript(line.substring(2), new ArrayList<>()));
      } else if (inside && !found.isEmpty()) {
        addLine(found.getLast(), line);
      }
    }
    return found.stream().map(Transcript::withoutTrailingBlanks).toList();
  }

  /** A backslash at the end of a command continues it, as in a shell. */
  private static void addLine(Transcript last, String line) {
    last.expected().add(line);
  }

  private Transcript withoutTrailingBlanks() {
    List<String> lines = new ArrayList<>(expected);
    String whole = command;
    while (whole.endsWith("\\") && !lines.isEmpty()) {
      whole = whole.substring(0, whole.length() - 1) + lines.removeFirst().strip();
    }
    while (!lines.isEmpty() && lines.getLast().isBlank()) {
      lines.removeLast();
    }
    return new Transcript(whole, lines);
  }

  /** True when these printed lines are the expected ones. */
  boolean accepts(List<String> printed) {
    return accepts(expected, printed);
  }

  private static boolean accepts(List<String> expected, List<String> printed) {
    if (expected.isEmpty()) {
      return printed.isEmpty();
    }
    List<String> rest = expected.subList(1, expected.size());
    if (expected.getFirst().strip().equals("…")) {
      for (int skip = 0; skip <= printed.size(); skip++) {
        if (accepts(rest, printed.subList(skip, printed.size()))) {
          return true;
        }
      }
      return false;
    }
    return !printed.isEmpty()
        && printed.getFirst().stripTrailing().equals(expected.getFirst().stripTrailing())
        && accepts(rest, printed.subList(1, printed.size()));
  }
}
