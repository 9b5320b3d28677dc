package dev.interlock.cli.evidence;

import dev.interlock.cli.options.InputFile;
import dev.interlock.cli.options.ServerOption;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code evidence send}: a server gets signed evidence. */
@Command(
    name = "send",
    sortOptions = false,
    description = {
      "Sends signed evidence to a server, which says whether it counts.",
      "",
      "It is filed under the change that it is about. To send it again does nothing."
    },
    footer = {
      "",
      "Exit code 1 when a piece does not count; it is kept all the same.",
      "",
      "Examples:",
      "  interlock evidence send tests.json drill.json \\",
      "      --server https://interlock.example.com%n"
    })
public final class EvidenceSendCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      converter = InputFile.class,
      description = "Signed evidence; a .jsonl file holds a piece on each line.")
  private List<Path> files = List.of();

  @Mixin private final ServerOption server = new ServerOption();

  /** Runs with these streams. */
  public EvidenceSendCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    return RemoteEvidence.send(files, server, invocation) ? ExitCode.GOOD : ExitCode.NO;
  }
}
