package dev.interlock.cli.estate;

import dev.interlock.cli.options.FormatOption;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.estate.LoadedEstate;
import dev.interlock.usecases.ReadEstate;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code estate check}: everything that is wrong with an estate. */
@Command(
    name = "check",
    sortOptions = false,
    description = "Reports everything that is wrong with an estate, each with its place.",
    footer = {
      "",
      "The folders of Azure Policy that control sets name are read, too.",
      "",
      "Exit code 2 when there is an error; warnings alone are good.",
      "",
      "Examples:",
      "  interlock estate check estate/",
      "  interlock estate check estate/ --format json%n"
    })
public final class EstateCheckCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(paramLabel = "DIR", description = "The estate: a folder of YAML files.")
  private Path directory = Path.of("");

  @Mixin private final FormatOption format = new FormatOption();

  /** Runs with these streams. */
  public EstateCheckCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    LoadedEstate loaded = new ReadEstate().checkWithPolicies(directory);
    var out = invocation.out();
    format.choose(
        () -> EstateReport.text(loaded, out), () -> EstateReport.json(loaded, out.writer()));
    return loaded.hasErrors() ? ExitCode.BAD_INPUT : ExitCode.GOOD;
  }
}
