package dev.interlock.azure.signin;

import com.azure.core.util.Configuration;
import com.azure.identity.AzureAuthorityHosts;
import dev.interlock.azure.Cloud;
import java.util.Set;

/**
 * Who issues tokens.
 *
 * @param host its address
 * @param own true when it is none of Microsoft's: then none of them knows it either
 */
record Authority(String host, boolean own) {

  private static final Set<String> MICROSOFTS =
      Set.of(
          AzureAuthorityHosts.AZURE_PUBLIC_CLOUD,
          AzureAuthorityHosts.AZURE_CHINA,
          AzureAuthorityHosts.AZURE_GOVERNMENT);

  /** What the environment says in {@code AZURE_AUTHORITY_HOST}, otherwise that of the cloud. */
  static Authority of(Cloud cloud) {
    String said =
        Configuration.getGlobalConfiguration().get(Configuration.PROPERTY_AZURE_AUTHORITY_HOST);
    String host = said == null || said.isBlank() ? usual(cloud) : slashed(said.strip());
    return new Authority(host, !MICROSOFTS.contains(host));
  }

  private static String usual(Cloud cloud) {
    return switch (cloud) {
      case PUBLIC -> AzureAuthorityHosts.AZURE_PUBLIC_CLOUD;
      case CHINA -> AzureAuthorityHosts.AZURE_CHINA;
      case US_GOVERNMENT -> AzureAuthorityHosts.AZURE_GOVERNMENT;
    };
  }

  private static String slashed(String host) {
    return host.endsWith("/") ? host : host + "/";
  }
}
