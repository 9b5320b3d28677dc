package dev.interlock.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * What commands say of themselves, as paragraphs that fill the width of the terminal: the lines in
 * which it is written in the source end anywhere. What is indented, such as an example, stays.
 */
final class HelpProse {

  private static final Pattern SENTENCE_END = Pattern.compile("(?<=\\.)\\s+(?=[A-Z])");

  /** Whoever calls a command from a script looks for this: it stands at the beginning of a line. */
  private static final String OUTCOME = "Exit code";

  private HelpProse() {}

  /** Puts the help of a command and of all below it so. */
  static void flow(CommandLine parser) {
    UsageMessageSpec usage = parser.getCommandSpec().usageMessage();
    usage.description(description(usage.description()));
    usage.footer(paragraphs(usage.footer()).toArray(String[]::new));
    parser.getSubcommands().values().forEach(HelpProse::flow);
  }

  /** The first sentence for itself: the list of commands shows it, whole, and nothing else. */
  private static String[] description(String... written) {
    List<String> lines = new ArrayList<>(paragraphs(written));
    if (!lines.isEmpty()) {
      lines.addAll(0, List.of(SENTENCE_END.split(lines.removeFirst(), 2)));
    }
    return lines.toArray(String[]::new);
  }

  private static List<String> paragraphs(String... written) {
    List<String> lines = new ArrayList<>();
    boolean goesOn = false;
    for (String line : written) {
      boolean isProse = !line.isBlank() && !line.startsWith(" ");
      if (isProse && goesOn && !line.startsWith(OUTCOME)) {
        lines.add(lines.removeLast() + " " + line);
      } else {
        lines.add(line);
      }
      goesOn = isProse;
    }
    return lines;
  }
}
