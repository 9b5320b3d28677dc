package dev.interlock.azure;

import java.util.List;

/**
 * What of Azure is meant; everything that the identity may read when both are empty.
 *
 * @param subscriptions ids
 * @param managementGroups names; what is below them is meant too
 * @param tables of Azure Resource Graph, at least one
 */
public record InventoryScope(
    List<String> subscriptions, List<String> managementGroups, List<String> tables) {

  /** Resources, and the groups and subscriptions that they are in. */
  public static final List<String> USUAL_TABLES = List.of("resources", "resourcecontainers");

  public InventoryScope {
    subscriptions = List.copyOf(subscriptions);
    managementGroups = List.copyOf(managementGroups);
    tables = List.copyOf(tables);
  }
}
