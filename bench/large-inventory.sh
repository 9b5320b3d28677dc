#!/bin/sh
# large-inventory.sh ESTATE: checks inventories of 100,000 and of 400,000 resources (storage accounts, key vaults,
# networks, caches) under the policies and controls of an estate: wall clock, processor time and peak memory of the
# whole process, and what each resource more costs. An estate that puts 50 of Azure's built-in policies for these
# types in force is what docs/benchmarks.md tells of. Needs GNU time.
set -eu
cd "$(dirname "$0")/.."
estate=${1:?usage: bench/large-inventory.sh ESTATE}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
inventory() { # COUNT: one resource in fifty breaks rules of its own, the rest is as it should be
  awk -v count="$1" 'BEGIN {
    split("Microsoft.Storage/storageAccounts Microsoft.KeyVault/vaults Microsoft.Network/virtualNetworks Microsoft.Cache/Redis", type, " ")
    print "["
    for (n = 0; n < count; n++) {
      ok = n % 1000 < 20 ? "false" : "true"; not_ok = ok == "true" ? "false" : "true"
      base = sprintf("/subscriptions/00000000-0000-0000-0000-%012d/resourceGroups/rg-%d/providers/", n % 20, int(n / 500))
      t = type[n % 4 + 1]
      if (n % 4 == 0) p = "\"supportsHttpsTrafficOnly\":" ok ",\"allowBlobPublicAccess\":" not_ok ",\"minimumTlsVersion\":\"TLS1_2\",\"allowSharedKeyAccess\":" not_ok ",\"publicNetworkAccess\":\"Disabled\",\"networkAcls\":{\"defaultAction\":\"Deny\",\"bypass\":\"AzureServices\",\"ipRules\":[],\"virtualNetworkRules\":[]},\"encryption\":{\"requireInfrastructureEncryption\":true,\"keySource\":\"Microsoft.Keyvault\"}"
      else if (n % 4 == 1) p = "\"enableSoftDelete\":true,\"enablePurgeProtection\":" ok ",\"enableRbacAuthorization\":true,\"publicNetworkAccess\":\"Disabled\",\"networkAcls\":{\"defaultAction\":\"Deny\",\"bypass\":\"AzureServices\"}"
      else if (n % 4 == 2) {
        p = "\"addressSpace\":{\"addressPrefixes\":[\"10." n % 250 ".0.0/16\"]},\"enableDdosProtection\":true,\"subnets\":["
        for (s = 0; s < 3; s++) p = p (s ? "," : "") "{\"name\":\"s" s "\",\"properties\":{\"addressPrefix\":\"10." n % 250 "." s ".0/24\",\"networkSecurityGroup\":{\"id\":\"" base "Microsoft.Network/networkSecurityGroups/n\"}}}"
        p = p "]"
      } else p = "\"enableNonSslPort\":" not_ok ",\"minimumTlsVersion\":\"1.2\",\"publicNetworkAccess\":\"Disabled\",\"sku\":{\"name\":\"Standard\",\"family\":\"C\",\"capacity\":1}"
      printf "{\"id\":\"%s%s/r%d\",\"name\":\"r%d\",\"type\":\"%s\",\"location\":\"westeurope\",\"tags\":{\"owner\":\"plant\",\"costCenter\":\"4711\"},\"properties\":{%s}}%s\n", base, t, n, n, t, p, n < count - 1 ? "," : ""
    }
    print "]"
  }'
}
for count in 100000 400000; do
  inventory "$count" >"$folder/$count.json"
  /usr/bin/time -f '%e %U %S %M' -o "$folder/$count" ./interlock check --estate "$estate" "$folder/$count.json" >"$folder/report" || true
  tail -1 "$folder/report"
done
cat "$folder/100000" "$folder/400000" | grep -v Command | awk '
  { printf "%7d resources: %.1f s, %.1f s of processor time, peak %d MB\n", NR == 1 ? 100000 : 400000, $1, $2 + $3, $4 / 1024; cpu[NR] = $2 + $3 }
  END { each = (cpu[2] - cpu[1]) / 300000; printf "each resource more: %.0f microseconds of processor time, %.0f a second and core\n", each * 1e6, 1 / each }'
