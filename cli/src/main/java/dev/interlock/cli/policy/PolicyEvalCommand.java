package dev.interlock.cli.policy;

import dev.interlock.cli.options.InputFile;
import dev.interlock.cli.options.InstantConverter;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.guardrails.PolicyAnswer;
import dev.interlock.usecases.EvaluatePolicy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code policy eval}. */
@Command(
    name = "eval",
    sortOptions = false,
    description = "Evaluates one definition, initiative or assignment on one resource.",
    footer = {
      "",
      "Prints one JSON object: effect, details, error. The effect is none when the",
      "rule does not apply, and unknown, with the reason, when nobody can tell. For an",
      "initiative or assignment, findings tell what each of its definitions says.",
      "For many resources, and the tree of management groups: interlock check.",
      "",
      "Exit code 0 whatever the effect is, 2 when a file or the policy can't be used.",
      "",
      "Examples:",
      "  interlock policy eval --definition https-only.json --resource account.json",
      "  interlock policy eval --definition tags.json --resource vm.json --explain",
      "  interlock policy eval --assignment baseline.json \\",
      "      --definitions definitions.json --resource account.json%n"
    })
public final class PolicyEvalCommand implements Callable<Integer> {

  private final Invocation invocation;

  @ArgGroup(multiplicity = "1")
  private Policy policy = new Policy();

  @Option(
      names = "--definitions",
      paramLabel = "FILE",
      converter = InputFile.class,
      description = "Definitions that an initiative or assignment names. May be repeated.")
  private List<Path> definitions = List.of();

  @Option(
      names = "--resource",
      paramLabel = "FILE",
      required = true,
      converter = InputFile.class,
      description = "The resource, as JSON or YAML.")
  private Path resource = Path.of("");

  @Option(
      names = "--parameters",
      paramLabel = "FILE",
      converter = InputFile.class,
      description = "Values of parameters by name.")
  private @Nullable Path parameters;

  @Option(
      names = "--context",
      paramLabel = "FILE",
      converter = InputFile.class,
      description = "What rules may ask: subscription, resourceGroup, requestContext, utcNow.")
  private @Nullable Path context;

  @Option(
      names = "--related",
      paramLabel = "FILE",
      converter = InputFile.class,
      description = "Resources that an existence check may find. May be repeated.")
  private List<Path> related = List.of();

  @Option(
      names = "--complete",
      description = "What is not among the related resources does not exist.")
  private boolean complete;

  @Option(
      names = "--aliases",
      paramLabel = "FILE",
      converter = InputFile.class,
      description = "More aliases: what az provider list --expand resourceTypes/aliases printed.")
  private @Nullable Path aliases;

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "What utcNow() gives, such as 2026-11-22T09:00:00Z; now when absent.")
  private @Nullable Instant at;

  @Option(
      names = "--explain",
      description = "Also draws the conditions, each with the value it saw and what it came to.")
  private boolean explain;

  /** Runs with these streams. */
  public PolicyEvalCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  /** What is evaluated; one of them. */
  private static final class Policy {

    @Option(
        names = "--definition",
        paramLabel = "FILE",
        converter = InputFile.class,
        description = "A policy definition, or a bare rule.")
    private @Nullable Path definition;

    @Option(
        names = "--initiative",
        paramLabel = "FILE",
        converter = InputFile.class,
        description = "An initiative; its definitions stand in the same file or in others.")
    private @Nullable Path initiative;

    @Option(
        names = "--assignment",
        paramLabel = "FILE",
        converter = InputFile.class,
        description = "An assignment; what it assigns stands in the same file or in others.")
    private @Nullable Path assignment;

    Path chosen() {
      Path one = definition == null ? initiative : definition;
      return java.util.Objects.requireNonNull(one == null ? assignment : one);
    }
  }

  @Override
  public Integer call() {
    List<Path> policies = new ArrayList<>(List.of(policy.chosen()));
    policies.addAll(definitions);
    PolicyAnswer answer =
        new EvaluatePolicy()
            .run(
                new EvaluatePolicy.Files(
                    policies, resource, parameters, context, related, complete, aliases),
                explain,
                at == null ? invocation.clock().instant() : at);
    answer.diagnostics().forEach(invocation.err()::problem);
    if (!answer.explanation().isEmpty()) {
      invocation.err().writer().print(answer.explanation());
    }
    invocation.out().line(answer.json());
    return answer.diagnostics().stream().anyMatch(one -> one.isError())
        ? ExitCode.BAD_INPUT
        : ExitCode.GOOD;
  }
}
