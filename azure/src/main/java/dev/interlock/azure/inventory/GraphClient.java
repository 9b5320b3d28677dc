package dev.interlock.azure.inventory;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.ExponentialBackoffOptions;
import com.azure.core.http.policy.RequestRetryCondition;
import com.azure.core.http.policy.RetryOptions;
import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.profile.AzureProfile;
import com.azure.resourcemanager.resourcegraph.ResourceGraphManager;
import com.azure.resourcemanager.resourcegraph.models.ResourceProviders;
import dev.interlock.azure.AzureAccess;
import dev.interlock.azure.Cloud;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** The client of Azure Resource Graph. */
public final class GraphClient {

  /** Several minutes of being asked to wait. */
  static final int RETRIES = 8;

  private static final int LONGEST = 60;

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
    var backoff =
        new ExponentialBackoffOptions()
            .setMaxRetries(RETRIES)
            .setBaseDelay(firstPause)
            .setMaxDelay(firstPause.multipliedBy(LONGEST));
    return ResourceGraphManager.configure()
        .withHttpClient(http)
        .withRetryOptions(new RetryOptions(backoff).setShouldRetryCondition(GraphClient::mayPass))
        .withPolicy(pace)
        .authenticate(credential, new AzureProfile(environment()))
        .resourceProviders();
  }

  /** Whoever can't sign in now can't in a second either; a network or a server may. */
  private static boolean mayPass(RequestRetryCondition tried) {
    HttpResponse response = tried.getResponse();
    if (response == null) {
      return tried.getThrowable() instanceof IOException
          || tried.getThrowable() instanceof TimeoutException;
    }
    int status = response.getStatusCode();
    return status == 408 || status == 429 || (status >= 500 && status != 501 && status != 505);
  }

  private AzureEnvironment environment() {
    AzureEnvironment cloud = cloud(access.cloud());
    URI endpoint = access.endpoint();
    if (endpoint == null) {
      return cloud;
    }
    Map<String, String> addresses = new HashMap<>(cloud.getEndpoints());
    addresses.put("resourceManagerEndpointUrl", endpoint.toString());
    return new AzureEnvironment(addresses);
  }

  private static AzureEnvironment cloud(Cloud cloud) {
    return switch (cloud) {
      case PUBLIC -> AzureEnvironment.AZURE;
      case CHINA -> AzureEnvironment.AZURE_CHINA;
      case US_GOVERNMENT -> AzureEnvironment.AZURE_US_GOVERNMENT;
    };
  }
}
