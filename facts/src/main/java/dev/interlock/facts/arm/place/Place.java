package dev.interlock.facts.arm.place;

import dev.interlock.facts.arm.template.Level;
import org.jspecify.annotations.Nullable;

/**
 * Where resources are put.
 *
 * @param managementGroup name; of deployments to management groups
 * @param subscription id
 * @param resourceGroup name
 */
public record Place(
    Level level,
    @Nullable String managementGroup,
    @Nullable String subscription,
    @Nullable String resourceGroup) {

  /** A resource group. */
  public static Place group(String subscription, String resourceGroup) {
    return new Place(Level.RESOURCE_GROUP, null, subscription, resourceGroup);
  }

  /** A subscription. */
  public static Place subscription(String subscription) {
    return new Place(Level.SUBSCRIPTION, null, subscription, null);
  }

  /** A management group. */
  public static Place managementGroup(String name) {
    return new Place(Level.MANAGEMENT_GROUP, name, null, null);
  }

  /** The tenant. */
  public static Place tenant() {
    return new Place(Level.TENANT, null, null, null);
  }

  /** The id of the scope: what the ids of resources in it begin with; empty for the tenant. */
  public String id() {
    return switch (level) {
      case RESOURCE_GROUP -> "/subscriptions/" + subscription + "/resourceGroups/" + resourceGroup;
      case SUBSCRIPTION -> "/subscriptions/" + subscription;
      case MANAGEMENT_GROUP ->
          "/providers/Microsoft.Management/managementGroups/" + managementGroup;
      case TENANT -> "";
    };
  }
}
