package dev.interlock.usecases;

import dev.interlock.facts.DeploymentTarget;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where templates would be deployed to, as somebody sent it; null for what was not told. */
public record SentTarget(
    @Nullable String tenant,
    @Nullable String managementGroup,
    @Nullable String subscription,
    @Nullable String resourceGroup,
    @Nullable String location,
    @Nullable String deploymentName) {

  /** Nothing was told. */
  public static final SentTarget NONE = new SentTarget(null, null, null, null, null, null);

  /** What is told of a target. */
  public static SentTarget of(DeploymentTarget target) {
    DeploymentTarget none = DeploymentTarget.UNNAMED;
    return new SentTarget(
        target.tenant(),
        other(target.managementGroup(), none.managementGroup()),
        other(target.subscription(), none.subscription()),
        other(target.resourceGroup(), none.resourceGroup()),
        target.location(),
        other(target.deploymentName(), none.deploymentName()));
  }

  private static @Nullable String other(String told, String none) {
    return told.equals(none) ? null : told;
  }

  DeploymentTarget at(Instant now) {
    DeploymentTarget none = DeploymentTarget.UNNAMED;
    return new DeploymentTarget(
        tenant,
        managementGroup == null ? none.managementGroup() : managementGroup,
        subscription == null ? none.subscription() : subscription,
        resourceGroup == null ? none.resourceGroup() : resourceGroup,
        location,
        deploymentName == null ? none.deploymentName() : deploymentName,
        now);
  }
}
