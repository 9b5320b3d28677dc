package dev.interlock.cli.drill;

import dev.interlock.cli.options.AtOption;
import dev.interlock.cli.options.FormatOption;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import java.io.IOException;
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
      "  interlock drill show evidence/drill.json --estate estate/",
      "  interlock drill show register/drill-4.json \\",
      "      --server https://interlock.example.com%n"
    })
public final class DrillShowCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(
      paramLabel = "FILE",
      description = "Signed evidence of a drill; with --server its name there.")
  private String file = "";

  @Mixin private final ReviewOptions review = new ReviewOptions();

  @Mixin private final AtOption at = new AtOption();

  @Mixin private final FormatOption format = new FormatOption();

  /** Runs with these streams. */
  public DrillShowCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    var shown = NamedDrills.by(review, at.or(invocation.clock()), invocation).apply(file);
    var out = invocation.out().writer();
    format.choose(() -> DrillText.write(shown, out), () -> DrillJson.one(shown, out));
    return DrillResult.isGood(shown) ? ExitCode.GOOD : ExitCode.NO;
  }
}
