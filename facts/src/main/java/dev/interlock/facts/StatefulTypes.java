package dev.interlock.facts;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Types of Azure resources that hold data, or hold what holds data: when they go, it is lost. */
public final class StatefulTypes {

  private static final Set<String> TYPES =
      Set.of(
          "microsoft.resources/resourcegroups",
          "microsoft.dbforpostgresql/flexibleservers",
          "microsoft.dbforpostgresql/flexibleservers/databases",
          "microsoft.dbforpostgresql/servers",
          "microsoft.dbforpostgresql/servers/databases",
          "microsoft.dbformysql/flexibleservers",
          "microsoft.dbformysql/flexibleservers/databases",
          "microsoft.dbformariadb/servers",
          "microsoft.sql/servers",
          "microsoft.sql/servers/databases",
          "microsoft.sql/managedinstances",
          "microsoft.sql/managedinstances/databases",
          "microsoft.documentdb/databaseaccounts",
          "microsoft.cache/redis",
          "microsoft.cache/redisenterprise",
          "microsoft.cache/redisenterprise/databases",
          "microsoft.storage/storageaccounts",
          "microsoft.storage/storageaccounts/blobservices/containers",
          "microsoft.storage/storageaccounts/fileservices/shares",
          "microsoft.storage/storageaccounts/queueservices/queues",
          "microsoft.storage/storageaccounts/tableservices/tables",
          "microsoft.compute/disks",
          "microsoft.compute/snapshots",
          "microsoft.compute/images",
          "microsoft.compute/galleries",
          "microsoft.compute/galleries/images",
          "microsoft.compute/galleries/images/versions",
          "microsoft.compute/virtualmachines",
          "microsoft.compute/virtualmachinescalesets",
          "microsoft.compute/restorepointcollections",
          "microsoft.containerservice/managedclusters",
          "microsoft.containerregistry/registries",
          "microsoft.keyvault/vaults",
          "microsoft.keyvault/vaults/keys",
          "microsoft.keyvault/vaults/secrets",
          "microsoft.keyvault/vaults/certificates",
          "microsoft.keyvault/managedhsms",
          "microsoft.recoveryservices/vaults",
          "microsoft.recoveryservices/vaults/backuppolicies",
          "microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems",
          "microsoft.dataprotection/backupvaults",
          "microsoft.dataprotection/backupvaults/backuppolicies",
          "microsoft.dataprotection/backupvaults/backupinstances",
          "microsoft.operationalinsights/workspaces",
          "microsoft.netapp/netappaccounts/capacitypools/volumes",
          "microsoft.eventhub/namespaces",
          "microsoft.servicebus/namespaces",
          "microsoft.app/managedenvironments/storages",
          "microsoft.datalakestore/accounts",
          "microsoft.automation/automationaccounts");

  /** Words in the names of types that nobody here knows. */
  private static final List<String> WORDS =
      List.of(
          "database",
          "_db",
          "sql",
          "mongo",
          "cosmos",
          "redis",
          "storage",
          "bucket",
          "blob",
          "container",
          "share",
          "disk",
          "volume",
          "snapshot",
          "backup",
          "vault",
          "server",
          "virtual_machine",
          "instance",
          "cluster",
          "namespace",
          "secret",
          "key",
          "certificate",
          "registry",
          "workspace",
          "queue",
          "table",
          "resource_group",
          "helm_release");

  private StatefulTypes() {}

  /** True when something is lost with a resource of this type. */
  public static boolean has(String type) {
    return TYPES.contains(type.toLowerCase(Locale.ROOT));
  }

  /** True when the name of a type that nobody here knows speaks of data; rather once too often. */
  public static boolean soundsLike(String type) {
    String lower = type.toLowerCase(Locale.ROOT);
    return WORDS.stream().anyMatch(lower::contains);
  }
}
