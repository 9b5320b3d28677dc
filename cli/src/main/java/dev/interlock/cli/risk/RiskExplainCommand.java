package dev.interlock.cli.risk;

import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.cli.terminal.OutputFormat;
import dev.interlock.usecases.ExplainRisk;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code risk explain}: why this tier? */
@Command(
    name = "explain",
    sortOptions = false,
    description = "Says which risk tier a change is in, why, and what the tier asks for.",
    footer = {
      "",
      "Examples:",
      "  interlock risk explain change.yaml --estate estate/%n",
    })
public final class RiskExplainCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(paramLabel = "CHANGE", description = "The change: a YAML file of kind Change.")
  private Path change = Path.of("");

  @Option(
      names = "--estate",
      paramLabel = "DIR",
      required = true,
      description = "The estate whose risk policy decides.")
  private Path estate = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text (usual) or json.")
  private OutputFormat format = OutputFormat.TEXT;

  /** Runs with these streams. */
  public RiskExplainCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var explained = new ExplainRisk().run(change, estate, invocation.clock().instant());
    var out = invocation.out().writer();
    switch (format) {
      case TEXT -> RiskReport.text(explained, invocation.terminal().width(), out);
      case JSON -> RiskReport.json(explained, out);
    }
    return ExitCode.GOOD;
  }
}
