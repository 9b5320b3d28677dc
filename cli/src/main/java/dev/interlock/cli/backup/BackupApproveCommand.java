package dev.interlock.cli.backup;

import dev.interlock.cli.options.SigningOptions;
import dev.interlock.cli.output.Prose;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.usecases.HoldBackups;
import dev.interlock.usecases.PruneBackups;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code backup approve}: agrees to a removal or a release as the second person. */
@Command(
    name = "approve",
    sortOptions = false,
    description = {
      "Agrees, as a second person, to exactly what would be removed or released now.",
      "",
      "It is good for a day, and only while the list stays the same."
    },
    footer = {
      "",
      "Exit code 1 when the estate does not trust the key for that person.",
      "",
      "Examples:",
      "  interlock backup approve /backups --estate estate/ --environment core-test \\",
      "      --remove 20261101T020000Z --person head-of-it --role head-of-it \\",
      "      --key mine.key --out approval.json%n"
    })
public final class BackupApproveCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Mixin private final PruneOptions options = new PruneOptions();

  @Option(
      names = "--release",
      paramLabel = "BACKUP",
      description = "Agrees to end the holds of this backup, and to no removal; may be repeated.")
  private List<String> release = List.of();

  @Option(
      names = "--person",
      paramLabel = "NAME",
      required = true,
      description = "Who agrees, as the estate names the person.")
  private String person = "";

  @Option(
      names = "--role",
      paramLabel = "NAME",
      required = true,
      description = "The role in which the person agrees.")
  private String role = "";

  @Mixin private final SigningOptions signing = new SigningOptions();

  /** Runs with these streams. */
  public BackupApproveCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    String why = release.isEmpty() ? removal() : release();
    invocation.err().line("signed: " + Prose.safe(signing.out().toString()));
    if (!why.isEmpty()) {
      invocation.err().line(Prose.safe("it does not count: " + why));
    }
    return why.isEmpty() ? ExitCode.GOOD : ExitCode.NO;
  }

  private String release() {
    var holds = new HoldBackups(options.holding(release), invocation.clock());
    var planned = holds.releasing();
    PruneReport.releasing(planned, invocation.out().writer());
    return holds.approve(planned, person, role, signing.key(), signing.out());
  }

  private String removal() {
    var prune = new PruneBackups(options.request(), invocation.clock());
    var planned = prune.plan();
    PruneReport.text(planned, invocation.out().writer());
    return prune.approve(planned, person, role, signing.key(), signing.out());
  }
}
