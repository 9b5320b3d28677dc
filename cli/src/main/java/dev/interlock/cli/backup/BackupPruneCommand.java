package dev.interlock.cli.backup;

import dev.interlock.cli.options.FormatOption;
import dev.interlock.cli.options.InputFile;
import dev.interlock.cli.options.OutputFile;
import dev.interlock.cli.options.RecordOptions;
import dev.interlock.cli.output.Prose;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.recovery.OldLog;
import dev.interlock.recovery.Pruned;
import dev.interlock.usecases.InputRejected;
import dev.interlock.usecases.PruneBackups;
import dev.interlock.usecases.PruneBackups.Planned;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code backup prune}: removes backups that the plan keeps no longer. */
@Command(
    name = "prune",
    sortOptions = false,
    description = {
      "Tells which backups the plan of the estate keeps no longer, and why each of the others is",
      "kept. With --apply these are removed, and what went and why is signed.",
      "",
      "With base backups goes the log that no other needs.",
      "",
      "The newest good backup is never removed, nor what is immutable or can't be understood."
    },
    footer = {
      "",
      "What the plan would keep goes only with the approval of a second person, who runs",
      "backup approve. Exit code 1 when something that was to go is kept.",
      "",
      "Examples:",
      "  interlock backup prune /backups --estate estate/ --environment core-test",
      "  interlock backup prune /backups --estate estate/ --environment core-test \\",
      "      --apply --key runner.key --out removed.json%n"
    })
public final class BackupPruneCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Mixin private final PruneOptions options = new PruneOptions();

  @Option(names = "--apply", description = "Removes them; otherwise nothing is.")
  private boolean apply;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      converter = InputFile.class,
      description = "With --apply: the private key of who removes.")
  private @Nullable Path key;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      converter = OutputFile.class,
      description = "With --apply: where the signed evidence goes; must not exist.")
  private @Nullable Path out;

  @Option(
      names = "--approval",
      paramLabel = "FILE",
      converter = InputFile.class,
      description = "With --apply: the signed approval of a second person.")
  private @Nullable Path approval;

  @Mixin private final RecordOptions ledger = new RecordOptions();

  @Mixin private final FormatOption format = new FormatOption();

  /** Runs with these streams. */
  public BackupPruneCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var request = options.request();
    var prune = new PruneBackups(request, invocation.clock());
    Planned planned = prune.plan();
    var writer = invocation.out().writer();
    format.choose(() -> PruneReport.text(planned, writer), () -> PruneReport.json(planned, writer));
    if (apply) {
      apply(prune, planned);
    } else {
      invocation.err().line("Nothing was removed; --apply does it");
    }
    boolean refused =
        planned.verdicts().stream()
            .anyMatch(it -> it.kept() && request.remove().contains(it.id().name()));
    return refused ? ExitCode.NO : ExitCode.GOOD;
  }

  private static long logFiles(Pruned pruned) {
    return pruned.logs().stream().mapToLong(OldLog::files).sum();
  }

  private void apply(PruneBackups prune, Planned planned) {
    if (key == null || out == null) {
      throw new InputRejected("CLI016", "--apply", "a removal is signed", "--key and --out");
    }
    var done = prune.run(planned, key, approval, out);
    if (done.signed() != null) {
      invocation.err().line("signed: " + Prose.safe(out.toString()));
      ledger.keep(done.signed(), key, invocation);
    }
    invocation
        .err()
        .line(
            "Removed "
                + Prose.count(done.pruned().backups().size(), "backup")
                + ", "
                + Prose.count(done.pruned().files(), "shared file")
                + " and "
                + Prose.count(logFiles(done.pruned()), "file")
                + " of logs");
  }
}
