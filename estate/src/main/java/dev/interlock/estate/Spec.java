package dev.interlock.estate;

/** The {@code spec} of a document of the estate. */
public sealed interface Spec
    permits ApprovalPolicy,
        BackupPlan,
        Budget,
        BusinessProcess,
        Calendar,
        Control,
        ControlSet,
        Environment,
        LandingZone,
        LegalEntity,
        Organization,
        Person,
        Plant,
        RiskPolicy,
        Role,
        Runbook,
        Service,
        ServiceBoundary,
        Team,
        TrustedKey,
        Waiver {}
