package dev.interlock.cli.check;

import dev.interlock.cli.options.AtOption;
import dev.interlock.cli.options.InputFile;
import dev.interlock.cli.options.OutputFile;
import dev.interlock.cli.options.PathTextConverter;
import dev.interlock.cli.options.ServerOption;
import dev.interlock.cli.options.TargetOptions;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.cli.terminal.Progress;
import dev.interlock.cli.terminal.ResultFile;
import dev.interlock.cli.terminal.Version;
import dev.interlock.finding.Severity;
import dev.interlock.usecases.CheckGuardrails;
import dev.interlock.usecases.CheckReport;
import dev.interlock.usecases.GivenPolicies;
import dev.interlock.usecases.SentTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check}: guardrails over files. */
@Command(
    name = "check",
    sortOptions = false,
    description = {
      "Checks manifests, templates, plans and inventories against guardrails.",
      "",
      "Reads Kubernetes manifests, ARM templates (what Bicep compiles among them), Terraform plans"
          + " (terraform show -json) and Azure inventories (az resource list, Resource Graph), told"
          + " apart by their content; folders are searched. Without an estate the shipped starter"
          + " pack applies.",
      "",
      "The parameters of main.json are taken from main.parameters.json beside it. Where a template"
          + " would be deployed to is told by --subscription and the options after it.",
      "",
      "With --server the estate of a running server applies, as of now: it gets the files that may"
          + " hold something to check, judges them and keeps nothing."
    },
    footer = {
      "",
      "What cannot be judged counts like a violation: unknown is never a pass.",
      "Exit code 1 when a finding at or above --fail-on is not waived, 2 when an",
      "input could not be read; what could be judged is printed all the same.",
      "",
      "Judged is what is written in the inputs. Which image is started when its name",
      "comes from a ConfigMap or Secret only at start (envFrom, valueFrom) is not seen.",
      "",
      "Examples:",
      "  interlock check manifests/",
      "  interlock check manifests/ inventory.json --estate estate/ \\",
      "      --environment production",
      "  interlock check manifests/ --estate estate/ --at 2026-11-22T09:00:00Z",
      "  interlock check inventory.json --policies policies/ --estate estate/",
      "  interlock check rendered.yaml --format sarif --output interlock.sarif",
      "  interlock check manifests/ --server https://interlock.example.com \\",
      "      --environment production%n"
    })
public final class CheckCommand implements Callable<Integer> {

  /** Some fifty megabytes; further findings lie on disk. */
  private static final int FINDINGS_IN_MEMORY = 50_000;

  private final Invocation invocation;

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      converter = PathTextConverter.class,
      description = "Files and folders to check; - for standard input.")
  private List<String> paths = List.of();

  @Option(names = "--estate", paramLabel = "DIR", description = "The estate they belong to.")
  private @Nullable Path estate;

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      description = "The environment they are meant for; needs --estate or --server.")
  private @Nullable String environment;

  @Mixin private final AtOption at = new AtOption();

  @Option(
      names = "--complete",
      description =
          "PATHs are all there is of the environment: waivers that cover nothing are then"
              + " reported too, and what a policy asks for and is not"
              + " there is missing.")
  private boolean complete;

  @Option(
      names = "--controls",
      paramLabel = "DIR",
      description = "Further controls: files or folders. May be repeated.")
  private List<Path> controls = List.of();

  @Option(
      names = "--policies",
      paramLabel = "DIR",
      description =
          "Azure Policy: files or folders with definitions, initiatives, assignments and"
              + " exemptions. May be repeated.")
  private List<Path> policies = List.of();

  @Option(
      names = "--aliases",
      paramLabel = "FILE",
      converter = InputFile.class,
      description = "More aliases: what az provider list --expand resourceTypes/aliases printed.")
  private @Nullable Path aliases;

  @Mixin private final TargetOptions target = new TargetOptions();

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      defaultValue = "high",
      description = "Least severity that fails the check: low, medium, high (usual) or critical.")
  private Severity failOn = Severity.HIGH;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text (usual), json, sarif, junit or markdown.")
  private CheckFormat format = CheckFormat.TEXT;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      converter = OutputFile.class,
      description = "Writes the report there, whole or not at all.")
  private @Nullable Path output;

  @Mixin private final ServerOption server = new ServerOption();

  @Spec private @Nullable CommandSpec spec;

  /** Runs with these streams. */
  public CheckCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    try (CheckReport report = server.named() ? remote() : local()) {
      report.problems().forEach(invocation.err()::problem);
      CheckView view = view(report);
      if (output == null) {
        format.write(view, invocation.out().writer());
      } else {
        ResultFile.write(output, out -> format.write(view, out));
      }
      return exitCode(report);
    }
  }

  private CheckReport local() {
    Instant when = at.or(invocation.clock());
    var request =
        new CheckGuardrails.Request(
            paths,
            estate,
            environment,
            controls,
            new GivenPolicies(policies, aliases),
            target.target(when),
            complete);
    var check = CheckGuardrails.ofAnySize(invocation.in(), FINDINGS_IN_MEMORY);
    try (Progress progress = new Progress(invocation, "resources checked:", 0)) {
      return check.run(request, when, progress::done);
    }
  }

  private CheckReport remote() throws IOException {
    boolean own = estate != null || !controls.isEmpty() || !policies.isEmpty();
    if (own || aliases != null || at.named()) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "--server checks with its own estate and controls, now: leave out --estate, --controls,"
              + " --policies, --aliases and --at, or leave out --server to check here");
    }
    var goesTo = SentTarget.of(target.target(null));
    var question = new RemoteCheck.Question(paths, environment, complete, goesTo);
    return RemoteCheck.ask(question, server, invocation);
  }

  private CheckView view(CheckReport report) throws IOException {
    var terminal = invocation.terminal();
    return new CheckView(
        report,
        failOn,
        environment == null ? "" : environment,
        Version.number(),
        Path.of("").toAbsolutePath(),
        output == null ? terminal : terminal.plain());
  }

  private int exitCode(CheckReport report) {
    if (report.incomplete()) {
      return ExitCode.BAD_INPUT;
    }
    return report.failing(failOn) > 0 ? ExitCode.NO : ExitCode.GOOD;
  }
}
