package dev.interlock.azure.client;

import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.profile.AzureProfile;
import dev.interlock.azure.AzureAccess;
import dev.interlock.azure.Cloud;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where Azure is, in the words of its libraries. */
public final class Profiles {

  private Profiles() {}

  /** For what belongs to no subscription. */
  public static AzureProfile of(AzureAccess access) {
    return new AzureProfile(environment(access));
  }

  /** For what belongs to a subscription, told by its id. */
  public static AzureProfile of(AzureAccess access, @Nullable String subscription) {
    return new AzureProfile(null, subscription, environment(access));
  }

  private static AzureEnvironment environment(AzureAccess access) {
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
