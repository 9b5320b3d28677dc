package dev.interlock.facts.terraform;

import java.util.Locale;

/** The type of a resource by its id. */
final class ArmType {

  private ArmType() {}

  /** In lower case: {@code microsoft.network/virtualnetworks/subnets}. */
  static String of(String id) {
    String lower = id.toLowerCase(Locale.ROOT);
    int providers = lower.lastIndexOf("/providers/");
    if (providers < 0) {
      return lower.contains("/resourcegroups/")
          ? "microsoft.resources/resourcegroups"
          : "microsoft.resources/subscriptions";
    }
    String[] parts = lower.substring(providers + 11).split("/");
    StringBuilder type = new StringBuilder(parts[0]);
    for (int i = 1; i < parts.length; i += 2) {
      type.append('/').append(parts[i]);
    }
    return type.toString();
  }
}
