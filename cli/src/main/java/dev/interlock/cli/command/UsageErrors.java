package dev.interlock.cli.command;

import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.finding.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and what was probably meant. */
final class UsageErrors {

  private UsageErrors() {}

  static int report(ParameterException e, Invocation invocation) {
    CommandLine line = e.getCommandLine();
    var err = invocation.err();
    Optional<String> unknown = unknownWord(e);
    err.line("error: " + unknown.map(word -> sentence(word, line)).orElseGet(() -> sentence(e)));
    unknown
        .flatMap(word -> suggestion(word, line))
        .ifPresent(suggested -> err.line("  hint: " + suggested));
    String command = line.getCommandSpec().qualifiedName().replaceFirst("^interlock", "");
    err.line("Try '" + invocation.program() + command + " --help'.");
    return ExitCode.BAD_INPUT;
  }

  /** A word nobody knows explains more than what is missing because of it. */
  private static Optional<String> unknownWord(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unmatched.getUnmatched().stream().findFirst();
    }
    return e.getCommandLine().getUnmatchedArguments().stream().findFirst();
  }

  private static String sentence(String word, CommandLine line) {
    boolean command = !line.getSubcommands().isEmpty();
    String kind = word.startsWith("-") ? "option" : command ? "command" : "argument";
    return "unknown " + kind + " '" + word + "'";
  }

  private static String sentence(ParameterException e) {
    String message = choicesInLowerCase(String.valueOf(e.getMessage()));
    return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }

  /** The parser lists choices as Java spells them: {@code [TEXT, JSON] (case-insensitive)}. */
  private static String choicesInLowerCase(String message) {
    int start = message.indexOf("expected one of [");
    int end = message.indexOf("] (case-insensitive)");
    if (start < 0 || end < start) {
      return message;
    }
    String choices = message.substring(start, end).replace("[", "").toLowerCase(Locale.ROOT);
    String rest = message.substring(end + "] (case-insensitive)".length());
    return message.substring(0, start) + choices + rest;
  }

  private static Optional<String> suggestion(String word, CommandLine line) {
    if (!word.startsWith("-")) {
      return Suggestion.didYouMean(word, line.getSubcommands().keySet());
    }
    List<String> options =
        line.getCommandSpec().options().stream()
            .flatMap(option -> Arrays.stream(option.names()))
            .filter(name -> name.startsWith("--"))
            .toList();
    return Suggestion.didYouMean(word, options);
  }
}
