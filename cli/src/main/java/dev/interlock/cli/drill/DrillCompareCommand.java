package dev.interlock.cli.drill;

import dev.interlock.cli.options.AtOption;
import dev.interlock.cli.options.EstateOption;
import dev.interlock.cli.options.InputFile;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.usecases.ReviewDrills;
import java.nio.file.Path;
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
      converter = InputFile.class,
      description = "Signed evidence of a drill.")
  private Path before = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "AFTER",
      converter = InputFile.class,
      description = "Signed evidence of another.")
  private Path after = Path.of("");

  @Mixin private final EstateOption estate = new EstateOption();

  @Mixin private final AtOption at = new AtOption();

  /** Runs with these streams. */
  public DrillCompareCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var drills = new ReviewDrills(estate.folder(), at.or(invocation.clock()));
    new DrillComparison(drills.file(before), drills.file(after)).write(invocation.out().writer());
    return ExitCode.GOOD;
  }
}
