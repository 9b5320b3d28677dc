package dev.interlock.cli.output;

import java.util.ArrayList;
import java.util.List;

/** Commands that can be copied into a shell. */
public final class Shell {

  private Shell() {}

  /** One word of a command, quoted where the shell would read something else. */
  public static String word(Object value) {
    String text = Prose.safe(value.toString());
    return text.matches("[A-Za-z0-9_./:@%+,=-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  /** The same command over several lines. */
  public static List<String> continued(List<String> parts) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      lines.add((i == 0 ? "" : "    ") + parts.get(i) + (i + 1 < parts.size() ? " \\" : ""));
    }
    return lines;
  }
}
