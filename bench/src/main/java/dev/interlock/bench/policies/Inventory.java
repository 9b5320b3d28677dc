package dev.interlock.bench.policies;

import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.BooleanValue;
import dev.interlock.expression.IntegerValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.guardrails.azurepolicy.rule.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Resources of the types that an ERP platform has, with settings drawn at random. */
final class Inventory {

  private static final List<String> TYPES =
      List.of(
          "Microsoft.Storage/storageAccounts",
          "Microsoft.KeyVault/vaults",
          "Microsoft.Compute/virtualMachines",
          "Microsoft.Compute/disks",
          "Microsoft.Network/networkSecurityGroups",
          "Microsoft.Network/virtualNetworks",
          "Microsoft.Network/publicIPAddresses",
          "Microsoft.Network/applicationGateways",
          "Microsoft.ContainerService/managedClusters",
          "Microsoft.ContainerRegistry/registries",
          "Microsoft.DBforPostgreSQL/flexibleServers",
          "Microsoft.Cache/Redis",
          "Microsoft.RecoveryServices/vaults",
          "Microsoft.OperationalInsights/workspaces",
          "Microsoft.Web/sites",
          "Microsoft.ManagedIdentity/userAssignedIdentities");

  private static final List<String> LOCATIONS =
      List.of("westeurope", "northeurope", "germanywestcentral", "eastus2");

  private final Random random = new Random(42);

  /** So many resources. */
  List<Subject> resources(int count) {
    List<Subject> resources = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      resources.add(new Subject(resource(TYPES.get(i % TYPES.size()), i), null));
    }
    return resources;
  }

  private ObjectValue resource(String type, int number) {
    Map<String, Value> resource = new LinkedHashMap<>();
    String name = "resource-" + number;
    resource.put(
        "id",
        Values.of(
            "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-"
                + number % 40
                + "/providers/"
                + type
                + "/"
                + name));
    resource.put("name", Values.of(name));
    resource.put("type", Values.of(type));
    resource.put("location", Values.of(LOCATIONS.get(random.nextInt(LOCATIONS.size()))));
    resource.put("tags", ObjectValue.of("costCenter", Values.of("cc-" + number % 7)));
    resource.put("sku", ObjectValue.of("name", Values.of("Standard_LRS")));
    resource.put("properties", properties());
    return ObjectValue.of(resource);
  }

  private ObjectValue properties() {
    Map<String, Value> properties = new LinkedHashMap<>();
    properties.put("publicNetworkAccess", Values.of(random.nextBoolean() ? "Enabled" : "Disabled"));
    properties.put("supportsHttpsTrafficOnly", BooleanValue.of(random.nextBoolean()));
    properties.put("minimumTlsVersion", Values.of(random.nextBoolean() ? "TLS1_2" : "TLS1_0"));
    properties.put("enableRbacAuthorization", BooleanValue.of(random.nextBoolean()));
    properties.put("softDeleteRetentionInDays", new IntegerValue(random.nextInt(90)));
    properties.put(
        "networkAcls",
        ObjectValue.of("defaultAction", Values.of(random.nextBoolean() ? "Allow" : "Deny")));
    List<Value> rules = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      rules.add(rule(i));
    }
    properties.put("securityRules", new ArrayValue(rules));
    return ObjectValue.of(properties);
  }

  private ObjectValue rule(int number) {
    Map<String, Value> rule = new LinkedHashMap<>();
    rule.put("access", Values.of(random.nextBoolean() ? "Allow" : "Deny"));
    rule.put("direction", Values.of("Inbound"));
    rule.put("destinationPortRange", Values.of(random.nextBoolean() ? "22" : "443"));
    rule.put("sourceAddressPrefix", Values.of(random.nextBoolean() ? "*" : "10.0.0.0/8"));
    Map<String, Value> whole = new LinkedHashMap<>();
    whole.put("name", Values.of("rule-" + number));
    whole.put("properties", ObjectValue.of(rule));
    return ObjectValue.of(whole);
  }
}
