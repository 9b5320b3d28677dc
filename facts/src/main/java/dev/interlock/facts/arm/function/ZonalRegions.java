package dev.interlock.facts.arm.function;

import java.util.Set;

/**
 * Regions with three availability zones, those without, and the types that are put into zones.
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

  /** Regions that have none. */
  static final Set<String> WITHOUT =
      Set.of(
          "australiacentral",
          "australiacentral2",
          "australiasoutheast",
          "brazilsoutheast",
          "canadaeast",
          "francesouth",
          "germanynorth",
          "jioindiacentral",
          "jioindiawest",
          "koreasouth",
          "northcentralus",
          "norwaywest",
          "southafricawest",
          "southindia",
          "switzerlandwest",
          "uaecentral",
          "ukwest",
          "westcentralus",
          "westindia",
          "westus");

  /** Types that are put into a zone, in small letters. */
  static final Set<String> TYPES =
      Set.of(
          "microsoft.cache/redis",
          "microsoft.compute/disks",
          "microsoft.compute/virtualmachines",
          "microsoft.compute/virtualmachinescalesets",
          "microsoft.containerservice/managedclusters",
          "microsoft.dbformysql/flexibleservers",
          "microsoft.dbforpostgresql/flexibleservers",
          "microsoft.network/applicationgateways",
          "microsoft.network/azurefirewalls",
          "microsoft.network/loadbalancers",
          "microsoft.network/natgateways",
          "microsoft.network/publicipaddresses",
          "microsoft.network/publicipprefixes",
          "microsoft.network/virtualnetworkgateways",
          "microsoft.storage/storageaccounts");

  /** Types of which none is put into a zone, in small letters: they belong to no region. */
  static final Set<String> GLOBAL =
      Set.of(
          "microsoft.cdn/profiles",
          "microsoft.network/dnszones",
          "microsoft.network/frontdoors",
          "microsoft.network/privatednszones",
          "microsoft.network/trafficmanagerprofiles");

  private ZonalRegions() {}
}
