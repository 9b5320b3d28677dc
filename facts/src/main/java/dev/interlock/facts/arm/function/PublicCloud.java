package dev.interlock.facts.arm.function;

import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What {@code environment()} gives in Azure's public cloud.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-deployment#environment">environment</a>
 */
final class PublicCloud {

  static final ObjectValue DESCRIBED = described();

  private PublicCloud() {}

  private static ObjectValue described() {
    Map<String, Value> told = new LinkedHashMap<>();
    told.put("name", Values.of("AzureCloud"));
    told.put("gallery", Values.of("https://gallery.azure.com/"));
    told.put("graph", Values.of("https://graph.windows.net/"));
    told.put("portal", Values.of("https://portal.azure.com"));
    told.put("graphAudience", Values.of("https://graph.windows.net/"));
    told.put("activeDirectoryDataLake", Values.of("https://datalake.azure.net/"));
    told.put("batch", Values.of("https://batch.core.windows.net/"));
    told.put("media", Values.of("https://rest.media.azure.net"));
    told.put("sqlManagement", Values.of("https://management.core.windows.net:8443/"));
    told.put(
        "vmImageAliasDoc",
        Values.of(
            "https://raw.githubusercontent.com/Azure/azure-rest-api-specs/master/arm-compute/quickstart-templates/aliases.json"));
    told.put("resourceManager", Values.of("https://management.azure.com/"));
    told.put("authentication", authentication());
    told.put("suffixes", suffixes());
    return ObjectValue.of(told);
  }

  private static ObjectValue authentication() {
    Map<String, Value> told = new LinkedHashMap<>();
    told.put("loginEndpoint", Values.of("https://login.microsoftonline.com/"));
    told.put(
        "audiences",
        ArrayValue.of(
            Values.of("https://management.core.windows.net/"),
            Values.of("https://management.azure.com/")));
    told.put("tenant", Values.of("common"));
    told.put("identityProvider", Values.of("AAD"));
    return ObjectValue.of(told);
  }

  private static ObjectValue suffixes() {
    Map<String, Value> told = new LinkedHashMap<>();
    told.put("acrLoginServer", Values.of(".azurecr.io"));
    told.put("azureDatalakeAnalyticsCatalogAndJob", Values.of("azuredatalakeanalytics.net"));
    told.put("azureDatalakeStoreFileSystem", Values.of("azuredatalakestore.net"));
    told.put("azureFrontDoorEndpointSuffix", Values.of("azurefd.net"));
    told.put("keyvaultDns", Values.of(".vault.azure.net"));
    told.put("sqlServerHostname", Values.of(".database.windows.net"));
    told.put("storage", Values.of("core.windows.net"));
    return ObjectValue.of(told);
  }
}
