package dev.interlock.guardrails.azurepolicy.assignment;

import dev.interlock.guardrails.azurepolicy.model.PolicyMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which resources have the components that a resource provider's mode looks at: keys in a vault,
 * pods in a cluster. What is in them no template and no inventory tells.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/governance/policy/concepts/policy-applicability#resource-provider-modes">Resource
 *     provider modes</a>
 */
final class ComponentModes {

  private static final Map<String, List<String>> TYPES =
      Map.of(
          "microsoft.kubernetes.data",
              List.of(
                  "microsoft.containerservice/managedclusters",
                  "microsoft.kubernetes/connectedclusters"),
          "microsoft.containerservice.data", List.of("microsoft.containerservice/managedclusters"),
          "microsoft.keyvault.data", List.of("microsoft.keyvault/vaults"),
          "microsoft.managedhsm.data", List.of("microsoft.keyvault/managedhsms"),
          "microsoft.network.data", List.of("microsoft.network/virtualnetworks"),
          "microsoft.datafactory.data", List.of("microsoft.datafactory/factories"),
          "microsoft.machinelearningservices.data",
              List.of("microsoft.machinelearningservices/workspaces"),
          "microsoft.machinelearningservices.v2.data",
              List.of("microsoft.machinelearningservices/workspaces"));

  private ComponentModes() {}

  /** True when resources of the type have such components, or nobody knows which have. */
  static boolean concerns(PolicyMode mode, String type) {
    List<String> types = TYPES.get(mode.name().toLowerCase(Locale.ROOT));
    return types == null || types.contains(type);
  }
}
