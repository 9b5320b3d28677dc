package dev.interlock.facts.arm.template;

import java.util.Locale;

/** What a template is deployed to. */
public enum Level {
  RESOURCE_GROUP,
  SUBSCRIPTION,
  MANAGEMENT_GROUP,
  TENANT;

  /** By the schema that a template names; a resource group when it names none that is known. */
  public static Level ofSchema(String schema) {
    String lower = schema.toLowerCase(Locale.ROOT);
    if (lower.contains("subscriptiondeploymenttemplate")) {
      return SUBSCRIPTION;
    }
    if (lower.contains("managementgroupdeploymenttemplate")) {
      return MANAGEMENT_GROUP;
    }
    return lower.contains("tenantdeploymenttemplate") ? TENANT : RESOURCE_GROUP;
  }
}
