package dev.interlock.cli.command;

import dev.interlock.cli.terminal.Invocation;
import dev.interlock.finding.Suggestion;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and what was probably meant. */
final class UsageErrors {

  private UsageErrors() {}

  static int report(ParameterException e, Invocation invocation) {
    CommandLine line = e.getCommandLine();
    String name = line.getCommandSpec().qualifiedName();
    var err = invocation.err();
    err.line("error: " + sentence(e));
    suggestion(e, line).ifPresent(s -> err.line("  hint: " + s));
    err.line("Try '" + name + " --help'.");
    return ExitCode.BAD_INPUT;
  }

  private static String sentence(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      String word = unmatched.getUnmatched().getFirst();
      String kind = word.startsWith("-") ? "option" : expectsCommand(e) ? "command" : "argument";
      return "unknown " + kind + " '" + word + "'";
    }
    String message = String.valueOf(e.getMessage());
    return message.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + message.substring(1);
  }

  private static boolean expectsCommand(ParameterException e) {
    return !e.getCommandLine().getSubcommands().isEmpty();
  }

  private static java.util.Optional<String> suggestion(ParameterException e, CommandLine line) {
    if (!(e instanceof UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().isEmpty()) {
      return java.util.Optional.empty();
    }
    String word = unmatched.getUnmatched().getFirst();
    if (!word.startsWith("-")) {
      return Suggestion.didYouMean(word, line.getSubcommands().keySet());
    }
    List<String> options =
        line.getCommandSpec().options().stream()
            .flatMap(o -> List.of(o.names()).stream())
            .filter(n -> n.startsWith("--"))
            .toList();
    return Suggestion.didYouMean(word, options);
  }
}
