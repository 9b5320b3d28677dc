package dev.interlock.estate;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of documents an estate is made of. */
public enum Kind {
  ORGANIZATION("Organization", Organization.class),
  LANDING_ZONE("LandingZone", LandingZone.class),
  LEGAL_ENTITY("LegalEntity", LegalEntity.class),
  PLANT("Plant", Plant.class),
  PERSON("Person", Person.class),
  TEAM("Team", Team.class),
  ROLE("Role", Role.class),
  TRUSTED_KEY("TrustedKey", TrustedKey.class),
  SERVICE_BOUNDARY("ServiceBoundary", ServiceBoundary.class),
  ENVIRONMENT("Environment", Environment.class),
  SERVICE("Service", Service.class),
  BUSINESS_PROCESS("BusinessProcess", BusinessProcess.class),
  CALENDAR("Calendar", Calendar.class),
  APPROVAL_POLICY("ApprovalPolicy", ApprovalPolicy.class),
  RISK_POLICY("RiskPolicy", RiskPolicy.class),
  BACKUP_PLAN("BackupPlan", BackupPlan.class),
  BUDGET("Budget", Budget.class),
  CONTROL("Control", Control.class),
  CONTROL_SET("ControlSet", ControlSet.class),
  WAIVER("Waiver", Waiver.class),
  RUNBOOK("Runbook", Runbook.class);

  private final String word;
  private final Class<? extends Spec> spec;

  Kind(String word, Class<? extends Spec> spec) {
    this.word = word;
    this.spec = spec;
  }

  /** As written under {@code kind}. */
  public String word() {
    return word;
  }

  /** The record its {@code spec} is read into. */
  public Class<? extends Spec> spec() {
    return spec;
  }

  /** The kind of that name, letter case included. */
  public static Optional<Kind> parse(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }
}
