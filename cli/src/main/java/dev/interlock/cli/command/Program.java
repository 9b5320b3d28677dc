package dev.interlock.cli.command;

import dev.interlock.cli.options.PathConverter;
import dev.interlock.cli.terminal.Invocation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** Runs a command line from its words to its exit code. */
public final class Program {

  private static final int NARROWEST_HELP = 80;
  private static final int WIDEST_HELP = 100;

  private Program() {}

  /** Parses, runs, reports. Never throws. */
  public static int run(List<String> args, Invocation invocation) {
    int exit;
    try {
      List<String> words = helpLast(args);
      CommandLine parser = configured(CommandTree.parserFor(words, invocation), invocation);
      exit = parser.execute(words.toArray(String[]::new));
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      exit = Failures.report(e, args.contains("--debug"), invocation);
    }
    invocation.out().flush();
    invocation.err().flush();
    return Failures.afterwards(exit, invocation);
  }

  /** {@code help check} means {@code check --help}; nothing at all means {@code --help}. */
  private static List<String> helpLast(List<String> args) {
    if (args.isEmpty()) {
      return List.of("--help");
    }
    if (!args.getFirst().equals("help")) {
      return args;
    }
    List<String> words = new ArrayList<>(args.subList(1, args.size()));
    words.add("--help");
    return words;
  }

  /** Sets up a parser and all below it. */
  static CommandLine configured(CommandLine parser, Invocation invocation) {
    var ansi = invocation.terminal().colours() ? Help.Ansi.ON : Help.Ansi.OFF;
    int width = Math.clamp(invocation.terminal().width(), NARROWEST_HELP, WIDEST_HELP);
    headings(parser);
    HelpProse.flow(parser);
    return parser
        .setOut(invocation.out().writer())
        .setErr(invocation.err().writer())
        .setColorScheme(Help.defaultColorScheme(ansi))
        .setUsageHelpWidth(width)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setAbbreviatedOptionsAllowed(false)
        .setExpandAtFiles(false)
        .registerConverter(Path.class, new PathConverter())
        .setParameterExceptionHandler((e, _) -> UsageErrors.report(e, invocation))
        .setExecutionExceptionHandler((e, line, _) -> Failures.report(e, debug(line), invocation));
  }

  private static void headings(CommandLine parser) {
    parser
        .getCommandSpec()
        .usageMessage()
        .parameterListHeading("%nArguments:%n")
        .optionListHeading("%nOptions:%n")
        .commandListHeading("%nCommands:%n");
    parser.getSubcommands().values().forEach(Program::headings);
  }

  private static boolean debug(CommandLine line) {
    var option = line.getCommandSpec().findOption("--debug");
    return option != null && Boolean.TRUE.equals(option.getValue());
  }
}
