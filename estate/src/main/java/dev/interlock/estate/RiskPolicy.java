package dev.interlock.estate;

import dev.interlock.document.Doc;
import dev.interlock.finding.Severity;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Risk tiers: how a change gets into one, and what each asks for. */
@Doc("Risk tiers: how a change gets into one, and what each asks for.")
public record RiskPolicy(
    @Doc("The tiers, least risk first.") List<RiskTier> tiers,
    @Doc("All rules that match count, and the riskiest tier wins.") List<Rule> rules,
    @Doc("The tier when no rule matches.") String otherwise)
    implements Spec {

  /** What one tier asks for. */
  @Doc("What one tier asks for.")
  public record RiskTier(
      @Doc("Its name.") String name,
      @Doc("When such a change may happen.") WindowRule window,
      @Doc(
              "Contacts this tier does without; rules, approvals and segregation can never be among them.")
          List<String> waives,
      @Doc(
              value = "How old the newest restore drill may be; no drill is needed when absent.",
              example = "P30D")
          @Nullable Duration drillWithin,
      @Doc(value = "How long a decision counts; one hour when absent.", example = "PT1H")
          @Nullable Duration decisionValid,
      @Doc("Findings of this severity or more open the rules contact; high when absent.")
          @Nullable Severity failOn,
      @Doc(
              "For emergencies: a person with an emergency role may lift freezes, and a review must follow.")
          boolean emergency) {}

  /** When a change of a tier may happen. */
  public enum WindowRule {
    /** At any time; calendars are not asked. */
    ANY,
    /** Outside freezes. */
    OUTSIDE_FREEZE,
    /** Outside freezes, and while nobody is at work or an ALLOW event covers it. */
    FREE,
    /** Outside freezes and wholly within ALLOW events. */
    MAINTENANCE
  }

  /** Changes that match everything given here belong at least to the tier. */
  @Doc("Changes that match everything given here belong at least to the tier.")
  public record Rule(
      @Doc("The tier.") String tier,
      @Doc(
              "Kinds of change; any when empty. A change counts as the kind it says and, without its template, as every kind its manifests show: image, access, network, secret, data.")
          List<String> kinds,
      @Doc("Tiers of the environment; any when empty.") List<Tier> environments,
      @Doc("Types of service touched; any when empty.") List<Service.ServiceType> services,
      @Doc("Business processes touched are at least this critical.")
          @Nullable Criticality criticality,
      @Doc("The change destroys data or replaces something that holds data.")
          @Nullable Boolean destructive,
      @Doc("The change follows a pre-approved template of this name; any when empty.")
          List<String> templates,
      @Doc("Why.") @Nullable String reason) {}
}
