package dev.interlock.facts.arm.function;

import java.util.Set;

/**
 * Regions with three availability zones.
 *
 * @see <a href="https://learn.microsoft.com/azure/reliability/regions-list">The list of regions</a>
 */
final class ZonalRegions {

  static final Set<String> ALL =
      Set.of(
          "australiaeast",
          "austriaeast",
          "belgiumcentral",
          "brazilsouth",
          "canadacentral",
          "centralindia",
          "centralus",
          "chilecentral",
          "eastasia",
          "eastus",
          "eastus2",
          "francecentral",
          "germanywestcentral",
          "indonesiacentral",
          "israelcentral",
          "italynorth",
          "japaneast",
          "japanwest",
          "koreacentral",
          "malaysiawest",
          "mexicocentral",
          "newzealandnorth",
          "northeurope",
          "norwayeast",
          "polandcentral",
          "qatarcentral",
          "southafricanorth",
          "southcentralus",
          "southeastasia",
          "spaincentral",
          "swedencentral",
          "switzerlandnorth",
          "uaenorth",
          "uksouth",
          "westeurope",
          "westus2",
          "westus3");

  private ZonalRegions() {}
}
