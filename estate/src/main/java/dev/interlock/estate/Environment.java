package dev.interlock.estate;

import dev.interlock.document.Doc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One running system, or one that stands by: where changes go. */
@Doc("One running system, or one that stands by: where changes go.")
public record Environment(
    @Doc("Name as people know it.") String displayName,
    @Doc("What it is for.") Tier tier,
    @Doc("Who shares the machines.") Hosting hosting,
    @Doc(value = "Azure region.", example = "westeurope") String region,
    @Doc(
            "Subscription that its templates and plans go to: its name in the landing zone, or its id.")
        @Nullable String subscription,
    @Doc(value = "Resource group that its templates go to.", example = "rg-odoo-prod")
        @Nullable String resourceGroup,
    @Doc("Team or person that answers for it; production must have one.")
        @Ref({Kind.TEAM, Kind.PERSON})
        @Nullable String owner,
    @Doc("Sites that work with it.") @Ref(Kind.PLANT) List<String> plants,
    @Doc("Companies whose books it holds.") @Ref(Kind.LEGAL_ENTITY) List<String> legalEntities,
    @Doc("Services it runs.") @Ref(Kind.SERVICE) List<String> services,
    @Doc("The environment an artifact must have passed before this one.") @Ref(Kind.ENVIRONMENT)
        @Nullable String promotesFrom,
    @Doc("Calendars that hold for this environment, beside those of its plants.")
        @Ref(Kind.CALENDAR)
        List<String> calendars,
    @Doc("Who must agree to changes.") @Ref(Kind.APPROVAL_POLICY) @Nullable String approvalPolicy,
    @Doc("How changes are put into risk tiers, and what each tier asks for.") @Ref(Kind.RISK_POLICY)
        @Nullable String riskPolicy,
    @Doc("The budget it is paid from.") @Ref(Kind.BUDGET) @Nullable String budget,
    @Doc("Controls that hold here beside the organisation's.") @Ref(Kind.CONTROL_SET)
        List<String> controlSets,
    @Doc("When its backups are restored for proof; by hand alone when absent.")
        @Nullable DrillSchedule drills,
    @Doc("What its Odoo must answer when a drill starts it on what was restored.")
        @Nullable BootProof boot)
    implements Spec {

  /** Who shares the machines. */
  public enum Hosting {
    MULTI_TENANT,
    DEDICATED,
    HYBRID
  }
}
