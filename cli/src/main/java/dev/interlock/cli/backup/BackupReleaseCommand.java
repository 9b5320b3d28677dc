package dev.interlock.cli.backup;

import dev.interlock.cli.options.InputFile;
import dev.interlock.cli.options.RecordOptions;
import dev.interlock.cli.options.SigningOptions;
import dev.interlock.cli.output.Prose;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.usecases.HoldBackups;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code backup release}: ends the holds of backups when two persons agree. */
@Command(
    name = "release",
    sortOptions = false,
    description = {
      "Ends all holds of backups, so that the plan decides about them again.",
      "",
      "It needs the approval of a second person, who runs backup approve with --release."
    },
    footer = {
      "",
      "Examples:",
      "  interlock backup release /backups 20261101T020000Z --estate estate/ \\",
      "      --environment core-production --reason 'case 4711 is closed' \\",
      "      --approval approval.json --key mine.key --out released.json%n"
    })
public final class BackupReleaseCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Mixin private final NamedBackups named = new NamedBackups();

  @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why.")
  private String reason = "";

  @Option(
      names = "--approval",
      paramLabel = "FILE",
      converter = InputFile.class,
      description = "The signed approval of a second person.")
  private @Nullable Path approval;

  @Mixin private final SigningOptions signing = new SigningOptions();

  @Mixin private final RecordOptions ledger = new RecordOptions();

  /** Runs with these streams. */
  public BackupReleaseCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var holds = new HoldBackups(named.request(), invocation.clock());
    var planned = holds.releasing();
    PruneReport.releasing(planned, invocation.out().writer());
    var signed = holds.release(planned, reason, signing.key(), approval, signing.out());
    invocation.err().line("Released; signed: " + Prose.safe(signing.out().toString()));
    ledger.keep(signed, signing.key(), invocation);
    return ExitCode.GOOD;
  }
}
