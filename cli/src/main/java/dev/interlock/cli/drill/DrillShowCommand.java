package dev.interlock.cli.drill;

import dev.interlock.cli.options.AtOption;
import dev.interlock.cli.options.EstateOption;
import dev.interlock.cli.options.FormatOption;
import dev.interlock.cli.options.InputFile;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.usecases.ReviewDrills;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code drill show}: everything about one drill. */
@Command(
    name = "show",
    sortOptions = false,
    description = "Shows a drill: objectives, stages, and what each check found.",
    footer = {
      "",
      "Exit code 1 when it does not count, was not verified, or an objective was not kept.",
      "",
      "Examples:",
      "  interlock drill show evidence/drill.json --estate estate/%n"
    })
public final class DrillShowCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(
      paramLabel = "FILE",
      converter = InputFile.class,
      description = "Signed evidence of a drill.")
  private Path file = Path.of("");

  @Mixin private final EstateOption estate = new EstateOption();

  @Mixin private final AtOption at = new AtOption();

  @Mixin private final FormatOption format = new FormatOption();

  /** Runs with these streams. */
  public DrillShowCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var shown = new ReviewDrills(estate.folder(), at.or(invocation.clock())).file(file);
    var out = invocation.out().writer();
    format.choose(() -> DrillText.write(shown, out), () -> DrillJson.one(shown, out));
    return DrillResult.isGood(shown) ? ExitCode.GOOD : ExitCode.NO;
  }
}
