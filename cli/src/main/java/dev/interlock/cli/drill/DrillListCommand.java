package dev.interlock.cli.drill;

import dev.interlock.cli.options.AtOption;
import dev.interlock.cli.options.EstateOption;
import dev.interlock.cli.options.FormatOption;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.usecases.ReviewDrills;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code drill list}: the drills of a folder, newest first. */
@Command(
    name = "list",
    sortOptions = false,
    description = "Lists drills, newest first: what was proven, and where objectives are going.",
    footer = {
      "",
      "A drill counts when a key that the estate trusts for drills signed it.",
      "",
      "Examples:",
      "  interlock drill list evidence/ --estate estate/",
      "  interlock drill list evidence/ --estate estate/ --environment core-production%n"
    })
public final class DrillListCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(
      paramLabel = "DIR",
      description = "Signed evidence: .json, .dsse, .intoto and .jsonl files.")
  private Path folder = Path.of("");

  @Mixin private final EstateOption estate = new EstateOption();

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      description = "Drills of this environment alone.")
  private @Nullable String environment;

  @Mixin private final AtOption at = new AtOption();

  @Mixin private final FormatOption format = new FormatOption();

  /** Runs with these streams. */
  public DrillListCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var when = at.or(invocation.clock());
    var listing = new ReviewDrills(estate.folder(), when).folder(folder, environment);
    listing.warnings().forEach(invocation.err()::problem);
    var out = invocation.out().writer();
    format.choose(
        () -> new DrillList(listing.drills(), when).text(out),
        () -> DrillJson.list(listing.drills(), out));
    return ExitCode.GOOD;
  }
}
