package dev.interlock.cli.policy;

import dev.interlock.cli.options.FormatOption;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.finding.Diagnostic;
import dev.interlock.guardrails.PolicyCatalogue;
import dev.interlock.usecases.ListPolicies;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code policy list}. */
@Command(
    name = "list",
    sortOptions = false,
    description = "Lists the policy objects of files and folders, and what can't be evaluated.",
    footer = {
      "",
      "What can't be evaluated, or not always, stands below its object after a ?.",
      "Exit code 2 when a file can't be read; the rest is listed all the same.",
      "",
      "Examples:",
      "  interlock policy list policies/",
      "  interlock policy list export.json --format json%n"
    })
public final class PolicyListCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files and folders.")
  private List<Path> paths = List.of();

  @Mixin private final FormatOption format = new FormatOption();

  /** Runs with these streams. */
  public PolicyListCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    PolicyCatalogue catalogue = new ListPolicies().run(paths);
    catalogue.diagnostics().forEach(invocation.err()::problem);
    var out = invocation.out().writer();
    format.choose(
        () -> PolicyRows.text(catalogue, out), () -> PolicyRows.json(catalogue.rows(), out));
    return catalogue.diagnostics().stream().anyMatch(Diagnostic::isError)
        ? ExitCode.BAD_INPUT
        : ExitCode.GOOD;
  }
}
