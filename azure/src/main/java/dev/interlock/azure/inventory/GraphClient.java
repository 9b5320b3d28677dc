package dev.interlock.azure.inventory;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.resourcemanager.resourcegraph.ResourceGraphManager;
import com.azure.resourcemanager.resourcegraph.models.ResourceProviders;
import dev.interlock.azure.AzureAccess;
import dev.interlock.azure.client.Profiles;
import dev.interlock.azure.client.Retries;
import java.time.Duration;

/** The client of Azure Resource Graph. */
public final class GraphClient {

  private final AzureAccess access;
  private final HttpClient http;
  private final Pace pace;

  /** A client that asks at this pace. */
  public GraphClient(AzureAccess access, HttpClient http, Pace pace) {
    this.access = access;
    this.http = http;
    this.pace = pace;
  }

  /**
   * Asks as somebody, and tries again when throttled, as late as Azure says.
   *
   * @param firstPause before trying again where Azure does not say; doubled each time
   */
  public ResourceProviders as(TokenCredential credential, Duration firstPause) {
    return ResourceGraphManager.configure()
        .withHttpClient(http)
        .withRetryOptions(Retries.after(firstPause))
        .withPolicy(pace)
        .authenticate(credential, Profiles.of(access))
        .resourceProviders();
  }
}
