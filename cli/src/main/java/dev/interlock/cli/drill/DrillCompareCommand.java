package dev.interlock.cli.drill;

import dev.interlock.cli.options.AtOption;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code drill compare}: what changed from one drill to another. */
@Command(
    name = "compare",
    sortOptions = false,
    description = "Compares two drills: objectives, stages, and checks that changed.",
    footer = {
      "",
      "Examples:",
      "  interlock drill compare october.json november.json --estate estate/%n"
    })
public final class DrillCompareCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(
      index = "0",
      paramLabel = "BEFORE",
      description = "Signed evidence of a drill; with --server its name there.")
  private String before = "";

  @Parameters(index = "1", paramLabel = "AFTER", description = "Signed evidence of another.")
  private String after = "";

  @Mixin private final ReviewOptions review = new ReviewOptions();

  @Mixin private final AtOption at = new AtOption();

  /** Runs with these streams. */
  public DrillCompareCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    var drills = NamedDrills.by(review, at.or(invocation.clock()), invocation);
    new DrillComparison(drills.apply(before), drills.apply(after)).write(invocation.out().writer());
    return ExitCode.GOOD;
  }
}
