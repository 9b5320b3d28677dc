package dev.interlock.azure.signin;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.util.Configuration;
import com.azure.identity.AzureCliCredentialBuilder;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.identity.EnvironmentCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import com.azure.identity.WorkloadIdentityCredentialBuilder;
import dev.interlock.azure.AzureAccess;

/**
 * The credential of each kind. What it consists of is taken from the variables of the environment
 * that Azure's own tools read, such as {@code AZURE_CLIENT_ID} and {@code AZURE_AUTHORITY_HOST}.
 *
 * @see <a href="https://learn.microsoft.com/azure/developer/java/sdk/authentication/overview">Azure
 *     authentication with Java and Azure Identity</a>
 */
public final class SignIn {

  private SignIn() {}

  /**
   * Who asks; nothing is sent before a token is needed, and then whatever goes wrong is a {@link
   * NotSignedIn}.
   */
  public static TokenCredential with(AzureAccess access, HttpClient http) {
    TokenCredential credential = credential(access, http);
    return request -> credential.getToken(request).onErrorMap(NotSignedIn::new);
  }

  private static TokenCredential credential(AzureAccess access, HttpClient http) {
    Authority authority = Authority.of(access.cloud());
    return switch (access.credential()) {
      case AUTO -> first(authority, http);
      case ENVIRONMENT ->
          new EnvironmentCredentialBuilder()
              .httpClient(http)
              .authorityHost(authority.host())
              .build();
      case WORKLOAD_IDENTITY -> workload(authority, http);
      case MANAGED_IDENTITY -> managed(http);
      case AZURE_CLI -> new AzureCliCredentialBuilder().build();
    };
  }

  private static TokenCredential first(Authority authority, HttpClient http) {
    var builder =
        new DefaultAzureCredentialBuilder().httpClient(http).authorityHost(authority.host());
    return authority.own() ? builder.disableInstanceDiscovery().build() : builder.build();
  }

  private static TokenCredential workload(Authority authority, HttpClient http) {
    var builder =
        new WorkloadIdentityCredentialBuilder().httpClient(http).authorityHost(authority.host());
    return authority.own() ? builder.disableInstanceDiscovery().build() : builder.build();
  }

  private static TokenCredential managed(HttpClient http) {
    var builder = new ManagedIdentityCredentialBuilder().httpClient(http);
    String client =
        Configuration.getGlobalConfiguration().get(Configuration.PROPERTY_AZURE_CLIENT_ID);
    return client == null ? builder.build() : builder.clientId(client).build();
  }
}
