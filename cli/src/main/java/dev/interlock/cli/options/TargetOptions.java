package dev.interlock.cli.options;

import dev.interlock.facts.DeploymentTarget;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a template would be deployed to. */
public final class TargetOptions {

  @Option(
      names = "--subscription",
      paramLabel = "ID",
      description = "Subscription that would be deployed to; zeros when absent.")
  private String subscription = DeploymentTarget.NO_SUBSCRIPTION;

  @Option(
      names = "--resource-group",
      paramLabel = "NAME",
      description = "Resource group that would be deployed to.")
  private String resourceGroup = DeploymentTarget.NO_GROUP;

  @Option(
      names = "--management-group",
      paramLabel = "NAME",
      description = "Management group that would be deployed to.")
  private String managementGroup = DeploymentTarget.NO_MANAGEMENT_GROUP;

  @Option(
      names = "--tenant",
      paramLabel = "ID",
      description = "Tenant that would be deployed to; not known when absent.")
  private @Nullable String tenant;

  @Option(
      names = "--location",
      paramLabel = "REGION",
      description = "Region of the resource group; not known when absent.")
  private @Nullable String location;

  @Option(
      names = "--deployment-name",
      paramLabel = "NAME",
      description = "Name of the deployment; that of the file when absent.")
  private String deploymentName = "";

  /** True when one of the options was given. */
  public boolean named() {
    return !target(null).equals(DeploymentTarget.UNNAMED);
  }

  /** What the options say. */
  public DeploymentTarget target(@Nullable Instant now) {
    return new DeploymentTarget(
        tenant, managementGroup, subscription, resourceGroup, location, deploymentName, now);
  }
}
