package dev.interlock.cli.options;

import dev.interlock.azure.AzureAccess;
import dev.interlock.azure.Cloud;
import dev.interlock.azure.CredentialKind;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where Azure is, and who asks it. */
public final class AzureOptions {

  @Option(
      names = "--credential",
      paramLabel = "KIND",
      defaultValue = "auto",
      description =
          "Who asks: environment, workload-identity, managed-identity, azure-cli, or auto (usual):"
              + " the first of them that is there.")
  private CredentialKind credential = CredentialKind.AUTO;

  @Option(
      names = "--cloud",
      paramLabel = "CLOUD",
      defaultValue = "public",
      description = "public (usual), china or us-government.")
  private Cloud cloud = Cloud.PUBLIC;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "Azure Resource Manager at an address of its own, as behind a private link.")
  private @Nullable URI endpoint;

  /** All of it. */
  public AzureAccess access() {
    return new AzureAccess(cloud, endpoint, credential);
  }
}
