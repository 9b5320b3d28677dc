package dev.interlock.cli.policy;

import dev.interlock.cli.options.FormatOption;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.guardrails.PolicyCatalogue;
import dev.interlock.usecases.ListPolicies;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code policy show}. */
@Command(
    name = "show",
    sortOptions = false,
    description =
        "Shows one policy object: effect, parameters, scope, and what can't be evaluated.",
    footer = {"", "Examples:", "  interlock policy show https-only --policies policies/%n"})
public final class PolicyShowCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(paramLabel = "NAME", description = "Name or id of the object.")
  private String name = "";

  @Option(
      names = "--policies",
      paramLabel = "DIR",
      required = true,
      description = "Where it is: a file or folder. May be repeated.")
  private List<Path> paths = List.of();

  @Mixin private final FormatOption format = new FormatOption();

  /** Runs with these streams. */
  public PolicyShowCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    List<PolicyCatalogue.Row> rows = ListPolicies.find(new ListPolicies().run(paths), name);
    var out = invocation.out().writer();
    format.choose(
        () -> rows.forEach(row -> PolicyRows.page(row, out)), () -> PolicyRows.json(rows, out));
    return ExitCode.GOOD;
  }
}
