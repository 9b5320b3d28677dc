package dev.interlock.guardrails.azurepolicy.effect;

import java.util.Locale;
import java.util.Set;

/**
 * Types of resources that are put on another resource of any type, and are looked for there.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/management/extension-resource-types">Resource
 *     types that extend capabilities of other resources</a>
 */
final class ExtensionTypes {

  private static final Set<String> TYPES =
      Set.of(
          "microsoft.advisor/suppressions",
          "microsoft.authorization/accessreviewscheduledefinitions",
          "microsoft.authorization/locks",
          "microsoft.authorization/policyassignments",
          "microsoft.authorization/policyexemptions",
          "microsoft.authorization/roleassignments",
          "microsoft.automanage/configurationprofileassignments",
          "microsoft.eventgrid/eventsubscriptions",
          "microsoft.eventgrid/extensiontopics",
          "microsoft.guestconfiguration/guestconfigurationassignments",
          "microsoft.insights/datacollectionruleassociations",
          "microsoft.insights/diagnosticsettings",
          "microsoft.kubernetesconfiguration/extensions",
          "microsoft.kubernetesconfiguration/fluxconfigurations",
          "microsoft.maintenance/applyupdates",
          "microsoft.maintenance/configurationassignments",
          "microsoft.policyinsights/attestations",
          "microsoft.policyinsights/remediations",
          "microsoft.security/advancedthreatprotectionsettings",
          "microsoft.security/assessments",
          "microsoft.security/defenderforstoragesettings",
          "microsoft.security/sqlvulnerabilityassessments",
          "microsoft.servicelinker/linkers");

  private ExtensionTypes() {}

  static boolean contains(String type) {
    return TYPES.contains(type.toLowerCase(Locale.ROOT));
  }
}
