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
      case "manufacturing-release" -> manufacturing(d).priced(CORE, "0.00");
      case "edi-certificate-expired" -> d.approved("head-of-it", "emergency-approver");
      case "database-minor-upgrade" -> plants(release(d, "postgresql-17.7")).priced(CORE, "0.00");
      case "edi-partner-onboarding" ->
          d.promoted("core", "edi-gateway-4.8.0")
              .approved("release-manager", "release-manager")
              .priced(CORE, "140.00");
      case "traefik-upgrade" ->
          release(d, "traefik-3.5.4")
              .approvedFor("linz", "plant-manager-linz")
              .approvedFor("joliet", "dc-manager-joliet")
              .priced(CORE, "0.00");
      case "label-layout" ->
          d.promoted("core", "odoo-2026.11.2")
              .approvedBeforeEdit("release-manager", "release-manager")
              .approvedBeforeEdit("service-owner-core", "service-owner")
              .priced(CORE, "0.00");
      case "tenant-field-service" -> shared(d, "tenant-field-service-1").priced(SHARED, "95.00");
      case "shared-odoo-november" ->
          shared(d, "shared-odoo-2026.11.1")
              .approved("finance-controller", "finance-controller")
              .priced(SHARED, "0.00");
      case "payment-run-fix" ->
          agreed(d.passed("odoo-2026.11.2-payment-fix", "core-dev")).priced(CORE, "0.00");
      case "reporting-cluster" -> release(d, "reporting-1.12.0").priced(CORE, "4900.00");
      case "bank-statement-import" ->
          d.promoted("core", "odoo-2026.11.2")
              .approved("release-manager", "release-manager", null, "a contractor's laptop")
              .approved("service-owner-core", "service-owner", null, "a contractor's laptop")
              .priced(CORE, "0.00");
      case "purchase-approval-limits" -> release(d, "odoo-2026.11.3").priced(CORE, "0.00");
      case "warehouse-wave-picking" -> release(d, "odoo-2026.11.1").priced(CORE, "0.00");
      case "carrier-labels" -> release(d, "odoo-2026.11.1-labels").priced(CORE, "0.00");
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

  private static Dossier release(Dossier d, String artifact) {
    return agreed(d.promoted("core", artifact));
  }

  /** What stands in the same folder is proven as well. */
  private static Dossier manufacturing(Dossier d) {
    return release(d, "odoo-2026.11.2")
        .promoted("core", "traefik-3.5.3")
        .promoted("core", "redis-7.4");
  }

  private static Dossier agreed(Dossier d) {
    return d.approved("release-manager", "release-manager")
        .approved("service-owner-core", "service-owner");
  }

  private static Dossier shared(Dossier d, String artifact) {
    return d.promoted("shared", artifact)
        .approved("release-manager", "release-manager")
        .approved("service-owner-shared", "service-owner-shared");
  }

  private static Dossier plants(Dossier d) {
    return d.approvedFor("linz", "plant-manager-linz")
        .approvedFor("pune", "plant-manager-pune")
        .approvedFor("joliet", "dc-manager-joliet");
  }
}
