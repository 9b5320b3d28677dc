package dev.interlock.cli.backup;

import dev.interlock.cli.options.EstateOption;
import dev.interlock.cli.options.InputFile;
import dev.interlock.cli.options.PathConverter;
import dev.interlock.cli.output.Prose;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.finding.Moment;
import dev.interlock.usecases.ShipServerLog;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backup wal}: saves the log that a server archives. */
@Command(
    name = "wal",
    sortOptions = false,
    description = {
      "Saves the log (WAL) that a database server archives: what the store does not have yet.",
      "With it a base backup can be brought to any moment.",
      "",
      "Takes the folder that the server archives to, again and again, or one file, so that it",
      "can be the server's archive_command. It may be stopped at any time and run again."
    },
    footer = {
      "",
      "A file that the store has with other content is refused. Exit code 1 when a file was",
      "left out or is damaged, or the estate does not trust the key: it is named.",
      "",
      "Examples:",
      "  interlock backup wal /var/lib/postgresql/archive --estate estate/ \\",
      "      --environment core-production --to /backups --key runner.key",
      "  archive_command = 'interlock backup wal %%p --estate /etc/estate ...'%n"
    })
public final class BackupWalCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(
      paramLabel = "PATH",
      converter = PathConverter.class,
      description = "The folder that the server archives to, or one file of the log.")
  private Path source = Path.of("");

  @Mixin private final EstateOption estate = new EstateOption();

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      required = true,
      description = "The environment whose log it is.")
  private String environment = "";

  @Option(
      names = "--to",
      paramLabel = "DIR",
      required = true,
      converter = PathConverter.class,
      description =
          "The store: a folder, s3://bucket/prefix, or the address of a container of Azure.")
  private Path store = Path.of("");

  @Option(names = "--new-store", description = "Makes the folder a store when it is none yet.")
  private boolean newStore;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      required = true,
      converter = InputFile.class,
      description = "The private key that signs the records.")
  private Path key = Path.of("");

  @Option(
      names = "--seal-key",
      paramLabel = "FILE",
      converter = InputFile.class,
      description = "Key that files are sealed with; they are not when absent.")
  private @Nullable Path sealingKey;

  /** Runs with these streams. */
  public BackupWalCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (StageProgress progress = new StageProgress(invocation)) {
      var shipped =
          new ShipServerLog(invocation.clock(), progress)
              .run(
                  new ShipServerLog.Request(
                      estate.folder(), environment, source, store, newStore, key, sealingKey));
      progress.ends();
      var log = shipped.log();
      Instant newest = log.newest();
      invocation
          .out()
          .line(
              Prose.count(log.files().size(), "new file")
                  + " of the log, "
                  + log.there()
                  + " there already"
                  + (newest == null ? "" : ", newest transaction " + Moment.utc(newest)));
      log.problems().forEach(problem -> invocation.err().line(Prose.safe(problem)));
      if (!shipped.doubts().isEmpty()) {
        invocation.err().line(Prose.safe("these files do not count: " + shipped.doubts()));
      }
      return log.problems().isEmpty() && shipped.doubts().isEmpty() ? ExitCode.GOOD : ExitCode.NO;
    }
  }
}
