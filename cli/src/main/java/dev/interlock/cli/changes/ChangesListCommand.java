package dev.interlock.cli.changes;

import dev.interlock.cli.options.FormatOption;
import dev.interlock.cli.options.ServerOption;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code changes list}: the queue of a server. */
@Command(
    name = "list",
    sortOptions = false,
    description = {
      "Lists the changes that a server has, the latest first, with what the gate last said.",
      "",
      "What it last said is a memory: gate asks anew."
    },
    footer = {
      "",
      "Examples:",
      "  interlock changes list --server https://interlock.example.com",
      "  interlock changes list --server https://interlock.example.com \\",
      "      --environment production --outcome wait --format json%n"
    })
public final class ChangesListCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Mixin private final ServerOption server = new ServerOption();

  @Option(
      names = "--state",
      paramLabel = "WORD",
      description = "Only filed, withdrawn or carried-out ones.")
  private @Nullable String state;

  @Option(
      names = "--outcome",
      paramLabel = "WORD",
      description = "Only those of which the gate last said go, wait or stop.")
  private @Nullable String outcome;

  @Option(names = "--environment", paramLabel = "NAME", description = "Only those that alter it.")
  private @Nullable String environment;

  @Option(names = "--requester", paramLabel = "NAME", description = "Only those of this person.")
  private @Nullable String requester;

  @Mixin private final FormatOption format = new FormatOption();

  /** Runs with these streams. */
  public ChangesListCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    Map<String, @Nullable String> filter = new LinkedHashMap<>();
    filter.put("state", state);
    filter.put("outcome", outcome);
    filter.put("environment", environment);
    filter.put("requester", requester);
    RemoteChanges.list(filter, server, format, invocation);
    return ExitCode.GOOD;
  }
}
