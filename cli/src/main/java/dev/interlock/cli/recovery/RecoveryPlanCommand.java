package dev.interlock.cli.recovery;

import dev.interlock.cli.options.EstateOption;
import dev.interlock.cli.options.InstantConverter;
import dev.interlock.cli.options.OutputFile;
import dev.interlock.cli.options.PathConverter;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.cli.terminal.ResultFile;
import dev.interlock.recovery.Scenario;
import dev.interlock.usecases.DraftRecoveryPlan;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code recovery plan}: the steps to bring an environment back. */
@Command(
    name = "plan",
    sortOptions = false,
    description = {
      "Writes the plan to bring an environment back: what, in which order, by whom.",
      "",
      "It says from which backup, how long each step takes by what drills measured, and what is",
      "missing.",
      "",
      "Nothing is estimated: what was never measured is unknown, and so is every objective that",
      "waits for it."
    },
    footer = {
      "",
      "Exit code 1 when something is missing, or an objective is not known to be kept.",
      "",
      "Examples:",
      "  interlock recovery plan --estate estate/ --environment core-production",
      "  interlock recovery plan --estate estate/ --environment core-production \\",
      "      --scenario ransomware --happened-at 2026-11-20T03:00:00Z \\",
      "      --evidence evidence/ --from /backups --format html --output plan.html%n"
    })
public final class RecoveryPlanCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Mixin private final EstateOption estate = new EstateOption();

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      required = true,
      description = "The environment that is lost.")
  private String environment = "";

  @Option(
      names = "--scenario",
      paramLabel = "SCENARIO",
      converter = ScenarioConverter.class,
      defaultValue = "region-lost",
      description = "region-lost (usual), ransomware or operator-error.")
  private Scenario scenario = Scenario.REGION_LOST;

  @Option(
      names = "--happened-at",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "When it happened; a backup from before is taken.")
  private @Nullable Instant happenedAt;

  @Option(
      names = "--evidence",
      paramLabel = "DIR",
      converter = PathConverter.class,
      description = "Folder with signed drills, for what they measured.")
  private @Nullable Path evidence;

  @Option(
      names = "--from",
      paramLabel = "DIR",
      converter = PathConverter.class,
      description = "The store that backups lie in, to choose one.")
  private @Nullable Path store;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text (usual), json, or html to print.")
  private PlanFormat format = PlanFormat.TEXT;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      converter = OutputFile.class,
      description = "Where the plan goes; to standard output when absent.")
  private @Nullable Path output;

  /** Runs with these streams. */
  public RecoveryPlanCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var request =
        new DraftRecoveryPlan.Request(
            estate.folder(), environment, scenario, happenedAt, evidence, store);
    var drafted = new DraftRecoveryPlan(invocation.clock()).run(request);
    drafted.warnings().forEach(invocation.err()::problem);
    if (output == null) {
      format.write(drafted.plan(), invocation.out().writer());
    } else {
      ResultFile.write(output, out -> format.write(drafted.plan(), out));
    }
    return drafted.plan().isReady() ? ExitCode.GOOD : ExitCode.NO;
  }
}
