package dev.interlock.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a template would be deployed to, as far as somebody says.
 *
 * @param tenant id, or null
 * @param managementGroup name
 * @param subscription id
 * @param resourceGroup name
 * @param location of the resource group, or of a deployment to something else; null: not known
 * @param deploymentName of the outermost deployment
 * @param now when it would be deployed; null: not known
 */
public record DeploymentTarget(
    @Nullable String tenant,
    String managementGroup,
    String subscription,
    String resourceGroup,
    @Nullable String location,
    String deploymentName,
    @Nullable Instant now) {

  /** Stands for a subscription that nobody named. */
  public static final String NO_SUBSCRIPTION = "00000000-0000-0000-0000-000000000000";

  /** Stands for a resource group that nobody named. */
  public static final String NO_GROUP = "unnamed-resource-group";

  /** Stands for a management group that nobody named. */
  public static final String NO_MANAGEMENT_GROUP = "unnamed-management-group";

  /** The same with that location, where none was told. */
  public DeploymentTarget orIn(@Nullable String region) {
    return location != null
        ? this
        : new DeploymentTarget(
            tenant, managementGroup, subscription, resourceGroup, region, deploymentName, now);
  }

  /** The same with that subscription, where none was told. */
  public DeploymentTarget orTo(String id) {
    return subscription.equals(NO_SUBSCRIPTION)
        ? new DeploymentTarget(
            tenant, managementGroup, id, resourceGroup, location, deploymentName, now)
        : this;
  }

  /** The same with that resource group, where none was told. */
  public DeploymentTarget orInto(@Nullable String group) {
    return group == null || !resourceGroup.equals(NO_GROUP)
        ? this
        : new DeploymentTarget(
            tenant, managementGroup, subscription, group, location, deploymentName, now);
  }

  /** Nobody says anything. */
  public static final DeploymentTarget UNNAMED =
      new DeploymentTarget(null, NO_MANAGEMENT_GROUP, NO_SUBSCRIPTION, NO_GROUP, null, "", null);
}
