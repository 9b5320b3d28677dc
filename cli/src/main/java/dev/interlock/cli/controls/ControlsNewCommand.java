package dev.interlock.cli.controls;

import dev.interlock.cli.options.OutputFolder;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.usecases.DraftControl;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code controls new}. */
@Command(
    name = "new",
    sortOptions = false,
    description = "Begins a control: writes NAME.yaml, ready to use and commented.",
    footer = {
      "",
      "Examples:",
      "  interlock controls new deployments-have-an-owner --out estate/controls%n"
    })
public final class ControlsNewCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(paramLabel = "NAME", description = "What must hold, in words joined by hyphens.")
  private String name = "";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      converter = OutputFolder.class,
      defaultValue = ".",
      description = "Folder for the file; the current one when absent.")
  private Path out = Path.of(".");

  /** Runs with these streams. */
  public ControlsNewCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Path file = new DraftControl().run(name, out);
    invocation.out().line(file.normalize().toString());
    return ExitCode.GOOD;
  }
}
