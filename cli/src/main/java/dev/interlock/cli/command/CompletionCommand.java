package dev.interlock.cli.command;

import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** {@code generate-completion}: lets the shell complete commands and options. */
@Command(
    name = "generate-completion",
    description = "Prints a script by which bash and zsh complete commands and options.",
    footer = {
      "",
      "Examples:",
      "  interlock generate-completion > interlock-completion.sh",
      "  source interlock-completion.sh%n"
    })
final class CompletionCommand implements Callable<Integer> {

  private final Invocation invocation;

  CompletionCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var parser = CommandTree.wholeParser(invocation);
    invocation.out().line(AutoComplete.bash("interlock", parser).stripTrailing());
    return ExitCode.GOOD;
  }
}
