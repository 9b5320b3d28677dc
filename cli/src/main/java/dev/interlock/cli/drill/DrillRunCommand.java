package dev.interlock.cli.drill;

import dev.interlock.cli.backup.LedgerOptions;
import dev.interlock.cli.backup.StageProgress;
import dev.interlock.cli.backup.StoreOption;
import dev.interlock.cli.options.EstateOption;
import dev.interlock.cli.options.InstantConverter;
import dev.interlock.cli.options.PathConverter;
import dev.interlock.cli.options.SigningOptions;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.usecases.RunDrill;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code drill run}: a real restore, verified and measured. */
@Command(
    name = "run",
    sortOptions = false,
    description = {
      "Restores a backup into an isolated place, verifies it as a database, as Odoo and as a",
      "business, measures how long each process stood still and how much work it lost, removes",
      "the place, and signs what was found.",
      "",
      "The place has a PostgreSQL of its own on this machine alone, and nothing in it can reach",
      "anybody: mail, payments, jobs and keys of the restored Odoo are closed."
    },
    footer = {
      "",
      "Needs the tools of PostgreSQL, of the saved server's version or newer.",
      "Exit code 1 when anything was not verified or an objective was not kept.",
      "",
      "Examples:",
      "  interlock drill run --estate estate/ --environment core-production \\",
      "      --from /backups --seal-key seal.key --key drills.key --out drill.json%n"
    })
public final class DrillRunCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Mixin private final EstateOption estate = new EstateOption();

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      required = true,
      description = "The environment whose backup is restored.")
  private String environment = "";

  @Option(
      names = "--from",
      paramLabel = "DIR",
      required = true,
      converter = PathConverter.class,
      description = "The store: a folder that backups lie in, or s3://bucket/prefix.")
  private Path store = Path.of("");

  @Option(
      names = "--backup",
      paramLabel = "NAME",
      description = "The backup; the newest that counts when absent.")
  private @Nullable String backup;

  @Option(
      names = "--to-time",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description =
          "Moment to bring back out of a base backup and its log; the end of the log when absent.")
  private @Nullable Instant toTime;

  @Option(
      names = "--lost-at",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "Assumed moment of the loss; now when absent.")
  private @Nullable Instant lostAt;

  @Option(
      names = "--boot",
      paramLabel = "PROGRAM",
      converter = PathConverter.class,
      description = {
        "Program that starts your Odoo on what was restored; it finds database, files and port in",
        "its environment, and the estate says what Odoo must answer."
      })
  private @Nullable Path boot;

  @Option(
      names = "--place",
      paramLabel = "DIR",
      converter = PathConverter.class,
      description = "Where the isolated place is made; the folder for temporary files when absent.")
  private Path places = Path.of(System.getProperty("java.io.tmpdir"), "interlock-drills");

  @Mixin private final SigningOptions signing = new SigningOptions();

  @Mixin private final LedgerOptions ledger = new LedgerOptions();

  @Mixin private final StoreOption options = new StoreOption();

  /** Runs with these streams. */
  public DrillRunCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (StageProgress progress = new StageProgress(invocation)) {
      ShownDrill shown = new ShownDrill(invocation, progress);
      var drilled =
          new RunDrill(invocation.clock(), progress, shown::check)
              .run(
                  new RunDrill.Request(
                      estate.folder(),
                      environment,
                      store,
                      backup,
                      toTime,
                      signing.key(),
                      options.sealingKey(),
                      lostAt,
                      boot,
                      places,
                      options.jobs(),
                      signing.out()));
      return shown.end(drilled, signing, ledger);
    }
  }
}
