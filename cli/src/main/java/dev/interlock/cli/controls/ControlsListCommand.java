package dev.interlock.cli.controls;

import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code controls list}. */
@Command(
    name = "list",
    sortOptions = false,
    description = "Lists the controls: shipped ones, the estate's own, and others.",
    footer = {
      "",
      "Examples:",
      "  interlock controls list",
      "  interlock controls list --estate estate/ --format json%n"
    })
public final class ControlsListCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Mixin private final ControlsOptions options = new ControlsOptions();

  /** Runs with these streams. */
  public ControlsListCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var out = invocation.out().writer();
    options.format.choose(
        () -> ControlList.text(options.read(), out), () -> ControlList.json(options.read(), out));
    return ExitCode.GOOD;
  }
}
