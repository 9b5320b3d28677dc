package dev.interlock.cli.changes;

import dev.interlock.cli.options.FormatOption;
import dev.interlock.cli.options.ServerOption;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code changes show}: one change of a server and all that happened to it. */
@Command(
    name = "show",
    sortOptions = false,
    description = "Shows a change that a server has, its files, and all that happened to it.",
    footer = {
      "",
      "Examples:",
      "  interlock changes show label-layout --server https://interlock.example.com%n"
    })
public final class ChangesShowCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(paramLabel = "NAME", description = "Name of the change.")
  private String name = "";

  @Mixin private final ServerOption server = new ServerOption();

  @Mixin private final FormatOption format = new FormatOption();

  /** Runs with these streams. */
  public ChangesShowCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    RemoteChanges.show(name, server, format, invocation);
    return ExitCode.GOOD;
  }
}
