package dev.interlock.cli.policy;

import dev.interlock.cli.options.InstantConverter;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.usecases.TestPolicies;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code policy test}. */
@Command(
    name = "test",
    sortOptions = false,
    description = "Runs policy tests: files of kind PolicyTest, and folders that hold them.",
    footer = {
      "",
      "Exit code 1 when a case fails, 2 when a file can't be read.",
      "",
      "Examples:",
      "  interlock policy test policies/tests/",
      "  interlock policy test storage.yaml --format json%n"
    })
public final class PolicyTestCommand implements Callable<Integer> {

  /** How results are printed. */
  enum Format {
    TEXT,
    JSON,
    JUNIT
  }

  private final Invocation invocation;

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files and folders.")
  private List<Path> paths = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text (usual), json or junit.")
  private Format format = Format.TEXT;

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "What utcNow() gives where a case does not say; now when absent.")
  private @Nullable Instant at;

  /** Runs with these streams. */
  public PolicyTestCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    TestPolicies.Report report =
        new TestPolicies().run(paths, at == null ? invocation.clock().instant() : at, _ -> {});
    report.diagnostics().forEach(invocation.err()::problem);
    PrintWriter out = invocation.out().writer();
    switch (format) {
      case TEXT -> PolicyTestReport.text(report, out);
      case JSON -> PolicyTestReport.json(report, out);
      case JUNIT -> PolicyTestReport.junit(report, out);
    }
    if (report.hasErrors()) {
      return ExitCode.BAD_INPUT;
    }
    return report.failed() == 0 ? ExitCode.GOOD : ExitCode.NO;
  }
}
