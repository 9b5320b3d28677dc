package dev.interlock.cli.drill;

import dev.interlock.cli.backup.StageProgress;
import dev.interlock.cli.options.AzureOptions;
import dev.interlock.cli.options.EstateOption;
import dev.interlock.cli.options.InputFile;
import dev.interlock.cli.options.InstantConverter;
import dev.interlock.cli.options.PathConverter;
import dev.interlock.cli.options.RecordOptions;
import dev.interlock.cli.options.SigningOptions;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.usecases.DrillFlexibleServer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code drill azure}: a restore by Azure Database for PostgreSQL, verified and measured. */
@Command(
    name = "azure",
    sortOptions = false,
    description = {
      "Lets Azure restore a flexible server to a moment, and proves whether people could work.",
      "",
      "The restored one is a new server beside it. It is verified as Odoo and as a business; how",
      "long each process stood still and how much work it lost is measured. Then it is removed,",
      "and what was found is signed."
    },
    footer = {
      "",
      "The new server costs money while it is there. A tag on it says until when it is needed;",
      "what a killed drill left is removed by the next one. The identity needs to make and to",
      "remove servers in the resource group.",
      "A database without --filestore is not verified when it speaks of files.",
      "Exit code 1 when anything was not verified or an objective was not kept.",
      "",
      "Examples:",
      "  interlock drill azure --estate estate/ --environment core-production \\",
      "      --server /subscriptions/.../flexibleServers/erp-db \\",
      "      --database 'postgresql://odoo@{server}:5432/erp?sslmode=require' \\",
      "      --password-file pw --filestore /restored/erp \\",
      "      --key drills.key --out drill.json%n"
    })
public final class DrillAzureCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Mixin private final EstateOption estate = new EstateOption();

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      required = true,
      description = "The environment whose server is restored.")
  private String environment = "";

  @Option(
      names = "--server",
      paramLabel = "ID",
      required = true,
      description = "Resource id of the flexible server.")
  private String server = "";

  @Option(
      names = "--database",
      paramLabel = "URL",
      required = true,
      description = "The database on the new server: {server} stands for its name.")
  private String database = "";

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      converter = InputFile.class,
      description = "Holds the password of the database's user in its first line.")
  private @Nullable Path passwordFile;

  @Option(
      names = "--filestore",
      paramLabel = "DIR",
      converter = PathConverter.class,
      description = "Files of the same moment, restored by other means.")
  private @Nullable Path filestore;

  @Option(
      names = "--to-time",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "The moment to go back to; ten minutes ago when absent.")
  private @Nullable Instant point;

  @Option(
      names = "--lost-at",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "Assumed moment of the loss; now when absent.")
  private @Nullable Instant lostAt;

  @Mixin private final AddonsOption addons = new AddonsOption();

  @Mixin private final SigningOptions signing = new SigningOptions();

  @Mixin private final RecordOptions ledger = new RecordOptions();

  @Mixin private final AzureOptions azure = new AzureOptions();

  /** Runs with these streams. */
  public DrillAzureCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (StageProgress progress = new StageProgress(invocation)) {
      ShownDrill shown = new ShownDrill(invocation, progress);
      var drilled =
          new DrillFlexibleServer(azure.access(), invocation.clock(), progress, shown::check)
              .run(
                  new DrillFlexibleServer.Request(
                      estate.folder(),
                      environment,
                      server,
                      database,
                      passwordFile,
                      filestore,
                      point,
                      lostAt,
                      addons.folders(),
                      signing.key(),
                      Runtime.getRuntime().availableProcessors(),
                      signing.out()));
      return shown.end(drilled, signing.key(), signing.out(), ledger);
    }
  }
}
