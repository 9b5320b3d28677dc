package dev.interlock.cli.risk;

import dev.interlock.cli.options.ChangeArgument;
import dev.interlock.cli.options.EstateOption;
import dev.interlock.cli.options.FormatOption;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.usecases.ExplainRisk;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

  @Mixin private final ChangeArgument change = new ChangeArgument();

  @Mixin private final EstateOption estate = new EstateOption();

  @Mixin private final FormatOption format = new FormatOption();

  /** Runs with these streams. */
  public RiskExplainCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var explained =
        new ExplainRisk().run(change.file(), estate.folder(), invocation.clock().instant());
    var out = invocation.out().writer();
    format.choose(
        () -> RiskReport.text(explained, invocation.terminal().width(), out),
        () -> RiskReport.json(explained, out));
    return ExitCode.GOOD;
  }
}
