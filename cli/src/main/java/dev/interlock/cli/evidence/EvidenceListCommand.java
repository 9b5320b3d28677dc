package dev.interlock.cli.evidence;

import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.InstantConverter;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.cli.terminal.OutputFormat;
import dev.interlock.usecases.ListEvidence;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evidence list}: what counts, and why the rest does not. */
@Command(
    name = "list",
    sortOptions = false,
    description = "Lists evidence: what it states, who signed it, and whether it counts.",
    footer = {
      "",
      "Exit code 1 when a piece does not count.",
      "",
      "Examples:",
      "  interlock evidence list evidence/ --estate estate/%n"
    })
public final class EvidenceListCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(paramLabel = "DIR", description = "Signed evidence: .json and .jsonl files.")
  private Path folder = Path.of("");

  @Option(
      names = "--estate",
      paramLabel = "DIR",
      required = true,
      description = "The estate whose trusted keys decide.")
  private Path estate = Path.of("");

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "Evidence made later does not count; now when absent.")
  private @Nullable Instant at;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text (usual) or json.")
  private OutputFormat format = OutputFormat.TEXT;

  /** Runs with these streams. */
  public EvidenceListCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Instant when = at == null ? invocation.clock().instant() : at;
    var items = new ListEvidence().run(folder, estate, when);
    var out = invocation.out().writer();
    switch (format) {
      case TEXT -> EvidenceReport.text(items, out);
      case JSON -> EvidenceReport.json(items, out);
    }
    boolean all = items.stream().allMatch(item -> item.trusted());
    return all ? ExitCode.GOOD : ExitCode.NO;
  }
}
