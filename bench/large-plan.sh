#!/bin/sh
# Checks a Terraform plan of 107 MB, 28,000 storage accounts to create: wall clock and peak memory of the whole
# process. Needs GNU time.
set -eu
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
awk 'BEGIN {
  for (i = 0; i < 10; i++) { v = ""; for (j = 0; j < 60; j++) v = v "v"; tags = tags (i ? "," : "") "\"tag" i "\":\"" v "\"" }
  for (i = 0; i < 30; i++) ips = ips (i ? "," : "") "\"10.0." i ".0/24\""
  subnet = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v/subnets/s"
  for (i = 0; i < 15; i++) subnets = subnets (i ? "," : "") "\"" subnet i "\""
  printf "{\"format_version\":\"1.2\",\"terraform_version\":\"1.9.0\",\"resource_changes\":["
  for (n = 0; n < 28000; n++) {
    printf "%s{\"address\":\"azurerm_storage_account.a[%d]\",\"mode\":\"managed\",\"type\":\"azurerm_storage_account\",\"name\":\"a\",\"index\":%d,\"provider_name\":\"registry.terraform.io/hashicorp/azurerm\",\"change\":{\"actions\":[\"create\"],\"before\":null,", n ? "," : "", n, n
    printf "\"after\":{\"name\":\"st%d\",\"resource_group_name\":\"rg\",\"location\":\"westeurope\",\"account_tier\":\"Standard\",\"account_replication_type\":\"ZRS\",\"account_kind\":\"StorageV2\",\"min_tls_version\":\"TLS1_2\",\"https_traffic_only_enabled\":%s,\"allow_nested_items_to_be_public\":false,\"public_network_access_enabled\":false,\"tags\":{%s},", n, n % 50 ? "true" : "false", tags
    printf "\"network_rules\":[{\"default_action\":\"Deny\",\"bypass\":[\"AzureServices\"],\"ip_rules\":[%s],\"virtual_network_subnet_ids\":[%s]}]},", ips, subnets
    printf "\"after_unknown\":{\"id\":true,\"primary_access_key\":true},\"before_sensitive\":false,\"after_sensitive\":{\"primary_access_key\":true}}}"
  }
  printf "],\"configuration\":{\"root_module\":{\"resources\":[]}}}"
}' >"$folder/plan.json"
ls -l "$folder/plan.json" | awk '{ printf "%.0f MB\n", $5 / 1e6 }'
/usr/bin/time -f '%e s wall, %U s user, %M KB peak' ./interlock check "$folder/plan.json" | tail -2
