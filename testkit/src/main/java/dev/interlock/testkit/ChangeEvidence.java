package dev.interlock.testkit;

import dev.interlock.evidence.IncidentRegister.OpenIncident;
import java.util.List;

/** What was gathered for each change of the sample, and what is missing on purpose. */
final class ChangeEvidence {

  private static final String CORE = "core-platform";
  private static final String SHARED = "shared-platform";

  private ChangeEvidence() {}

  /** Adds to the dossier what was gathered for its change. */
  static Dossier gather(Dossier d) {
    return switch (d.change().name()) {
      case "scale-workers-for-peak" -> d;
      case "manufacturing-release" -> release(d).priced(CORE, "0.00");
      case "edi-certificate-expired" -> d.approved("head-of-it", "emergency-approver");
      case "database-minor-upgrade" -> plants(release(d)).priced(CORE, "0.00");
      case "edi-partner-onboarding" ->
          d.promoted("core").approved("release-manager", "release-manager").priced(CORE, "140.00");
      case "traefik-upgrade" ->
          release(d)
              .approvedFor("linz", "plant-manager-linz")
              .approvedFor("joliet", "dc-manager-joliet")
              .priced(CORE, "0.00");
      case "label-layout" ->
          d.promoted("core")
              .approvedBeforeEdit("release-manager", "release-manager")
              .approvedBeforeEdit("service-owner-core", "service-owner")
              .priced(CORE, "0.00");
      case "tenant-field-service" -> shared(d).priced(SHARED, "95.00");
      case "shared-odoo-november" ->
          shared(d).approved("finance-controller", "finance-controller").priced(SHARED, "0.00");
      case "payment-run-fix" ->
          d.passed("core-dev", "unit")
              .approved("release-manager", "release-manager")
              .approved("service-owner-core", "service-owner")
              .priced(CORE, "0.00");
      case "reporting-cluster" -> release(d).priced(CORE, "4900.00");
      case "bank-statement-import" ->
          d.promoted("core")
              .approved("release-manager", "release-manager", null, "a contractor's laptop")
              .approved("service-owner-core", "service-owner", null, "a contractor's laptop")
              .priced(CORE, "0.00");
      case "purchase-approval-limits", "warehouse-wave-picking", "carrier-labels" ->
          release(d).priced(CORE, "0.00");
      default -> throw new IllegalStateException("no evidence is known for " + d.change().name());
    };
  }

  /** What the service desk had open when the change was judged. */
  static List<OpenIncident> incidents(String change) {
    return switch (change) {
      case "carrier-labels" ->
          List.of(
              new OpenIncident(
                  "INC-20391", "Database fails over and back every few minutes", true, List.of()));
      case "edi-certificate-expired" ->
          List.of(
              new OpenIncident(
                  "INC-20417",
                  "No orders from the largest customer: AS2 certificate expired",
                  true,
                  List.of("edi-certificate-expired")));
      default -> List.of();
    };
  }

  private static Dossier release(Dossier d) {
    return d.promoted("core")
        .approved("release-manager", "release-manager")
        .approved("service-owner-core", "service-owner");
  }

  private static Dossier shared(Dossier d) {
    return d.promoted("shared")
        .approved("release-manager", "release-manager")
        .approved("service-owner-shared", "service-owner-shared");
  }

  private static Dossier plants(Dossier d) {
    return d.approvedFor("linz", "plant-manager-linz")
        .approvedFor("pune", "plant-manager-pune")
        .approvedFor("joliet", "dc-manager-joliet");
  }
}
