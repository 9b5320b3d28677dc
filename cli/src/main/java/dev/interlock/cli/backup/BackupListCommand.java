package dev.interlock.cli.backup;

import dev.interlock.cli.options.EstateOption;
import dev.interlock.cli.options.FormatOption;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.recovery.BackupState;
import dev.interlock.recovery.LogWindow;
import dev.interlock.recovery.StoredBackup;
import dev.interlock.usecases.ListBackups;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backup list}: what a store holds. */
@Command(
    name = "list",
    sortOptions = false,
    description = "Lists what a store holds, or another tool keeps, told by these alone.",
    footer = {
      "",
      "A backup counts when a key that the estate trusts for backups signed its manifest.",
      "One that was never finished is told apart.",
      "One that pgBackRest or Barman keeps counts when the tool knows of nothing wrong with it.",
      "Of a base backup it tells from when to when its log reaches, and names gaps.",
      "Exit code 1 when one does not count or can't be restored, or a log has a gap.",
      "",
      "Examples:",
      "  interlock backup list /backups --estate estate/",
      "  interlock backup list --pgbackrest erp --environment core-production \\",
      "      --estate estate/%n"
    })
public final class BackupListCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description =
          "The store: a folder, s3://bucket/prefix, or the address of a container of Azure.")
  private @Nullable Path store;

  @Mixin private final EstateOption estate = new EstateOption();

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      description = "The environment that another tool keeps backups of.")
  private List<String> environments = List.of();

  @Mixin private final CatalogueOptions catalogues = new CatalogueOptions();

  @Mixin private final FormatOption format = new FormatOption();

  /** Runs with these streams. */
  public BackupListCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var listing =
        new ListBackups(invocation.clock())
            .run(
                new ListBackups.Request(
                    store, catalogues.catalogues(), environments, estate.folder()));
    var out = invocation.out().writer();
    format.choose(
        () -> BackupReport.text(listing, out), () -> BackupReport.json(listing.backups(), out));
    boolean all =
        listing.backups().stream()
            .filter(it -> it.state() != BackupState.UNFINISHED)
            .allMatch(BackupListCommand::isGood);
    return all ? ExitCode.GOOD : ExitCode.NO;
  }

  private static boolean isGood(StoredBackup it) {
    LogWindow window = it.window();
    return it.backup() != null
        && it.note().isEmpty()
        && (window == null || window.gaps().isEmpty());
  }
}
