package dev.interlock.cli.controls;

import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.guardrails.Guardrail;
import dev.interlock.usecases.ListControls;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code controls show}. */
@Command(
    name = "show",
    sortOptions = false,
    description = "Shows one control: what it asks for, why, and what to do.",
    footer = {
      "",
      "Examples:",
      "  interlock controls show k8s-no-privileged-container",
      "  interlock controls show k8s-no-privileged-container --yaml > own-control.yaml%n"
    })
public final class ControlsShowCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(paramLabel = "NAME", description = "Name of the control.")
  private String name = "";

  @Option(
      names = "--yaml",
      description = "A shipped control as it is written, to begin an own one from.")
  private boolean yaml;

  @Mixin private final ControlsOptions options = new ControlsOptions();

  /** Runs with these streams. */
  public ControlsShowCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Guardrail guardrail = ListControls.find(options.read(), name);
    var out = invocation.out().writer();
    if (yaml) {
      out.write(ListControls.shippedText(guardrail));
      return ExitCode.GOOD;
    }
    options.format.choose(
        () -> ControlList.text(guardrail, invocation.terminal().width(), out),
        () -> ControlList.json(guardrail, out));
    return ExitCode.GOOD;
  }
}
