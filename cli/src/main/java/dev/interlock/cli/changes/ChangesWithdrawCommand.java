package dev.interlock.cli.changes;

import dev.interlock.cli.options.ServerOption;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code changes withdraw}: a change is taken back. */
@Command(
    name = "withdraw",
    sortOptions = false,
    description = "Takes back a change that a server has: nothing more can happen to it.",
    footer = {
      "",
      "Examples:",
      "  interlock changes withdraw label-layout --reason superseded \\",
      "      --server https://interlock.example.com%n"
    })
public final class ChangesWithdrawCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(paramLabel = "NAME", description = "Name of the change.")
  private String name = "";

  @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why.")
  private String reason = "";

  @Mixin private final ServerOption server = new ServerOption();

  /** Runs with these streams. */
  public ChangesWithdrawCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    RemoteChanges.withdraw(name, reason, server, invocation);
    return ExitCode.GOOD;
  }
}
