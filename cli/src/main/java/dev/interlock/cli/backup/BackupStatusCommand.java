package dev.interlock.cli.backup;

import dev.interlock.cli.options.AzureOptions;
import dev.interlock.cli.options.EstateOption;
import dev.interlock.cli.options.FormatOption;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.usecases.ReviewBackups;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backup status}: what is wrong with backups, by the plans of the estate. */
@Command(
    name = "status",
    sortOptions = false,
    description = {
      "Compares what stores hold with the backup plans of the estate, and names what is wrong.",
      "",
      "It finds backups that were missed, shrank, took long or will soon take too long, were never",
      "finished or are damaged, are not sealed or locked as the plan says, lie in another region,",
      "or are removed or archived too early by rules of their bucket or storage account. Redis,",
      "configuration and certificates are judged by the plans of their services."
    },
    footer = {
      "",
      "Exit code 1 when something is wrong, or can't be known.",
      "What pgBackRest or Barman keep is told by their catalogues: only a drill reads it.",
      "",
      "Examples:",
      "  interlock backup status /backups --estate estate/ --region northeurope",
      "  interlock backup status --barman erp --environment core-production \\",
      "      --estate estate/",
      "  interlock backup status https://stbackups.blob.core.windows.net/erp \\",
      "      --storage-account /subscriptions/.../storageAccounts/stbackups \\",
      "      --estate estate/",
      "  kubectl get clusters,scheduledbackups,backups -A -o yaml > cnpg.yaml",
      "  interlock backup status --kubernetes cnpg.yaml --estate estate/%n"
    })
public final class BackupStatusCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(
      arity = "0..*",
      paramLabel = "DIR",
      description = "The stores: folders, s3://bucket/prefix, or addresses of containers of Azure.")
  private List<Path> stores = List.of();

  @Mixin private final EstateOption estate = new EstateOption();

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      description = "This environment alone; may be repeated.")
  private List<String> environments = List.of();

  @Option(names = "--region", paramLabel = "NAME", description = "Region that the stores lie in.")
  private @Nullable String region;

  @Mixin private final CatalogueOptions catalogues = new CatalogueOptions();

  @Option(
      names = "--kubernetes",
      paramLabel = "PATH",
      description =
          "Resources of CloudNativePG, manifests or an export by kubectl get -o yaml, for plans with"
              + " the method cloudnative-pg; may be repeated.")
  private List<String> kubernetes = List.of();

  @Option(
      names = "--storage-account",
      paramLabel = "ID",
      description =
          "Resource id of the storage account of Azure that a container is in: asked for rules that"
              + " remove or archive blobs, and for what it locks; may be repeated. A plan may name"
              + " it as its target too.")
  private List<String> accounts = List.of();

  @Mixin private final AzureOptions azure = new AzureOptions();

  @Mixin private final FormatOption format = new FormatOption();

  /** Runs with these streams. */
  public BackupStatusCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var reviewed =
        new ReviewBackups(invocation.clock(), azure.access())
            .run(
                new ReviewBackups.Request(
                    stores,
                    catalogues.catalogues(),
                    estate.folder(),
                    environments,
                    region,
                    kubernetes,
                    accounts));
    var out = invocation.out().writer();
    format.choose(
        () -> BackupAlertReport.text(reviewed, out), () -> BackupAlertReport.json(reviewed, out));
    return reviewed.findings().isEmpty() ? ExitCode.GOOD : ExitCode.NO;
  }
}
