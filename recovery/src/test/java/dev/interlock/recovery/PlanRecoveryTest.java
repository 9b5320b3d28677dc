package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.estate.Service.ServiceType;
import dev.interlock.estate.Tier;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Stage;
import dev.interlock.recovery.RecoveryPlan.Gap;
import dev.interlock.recovery.RecoveryPlan.Prospect;
import dev.interlock.recovery.RecoveryPlan.Step;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plans of small estates: order, times, and what is missing. */
class PlanRecoveryTest {

  private final LittleCompany company = LittleCompany.whole();

  private static Drill drill(String backup, Duration restore) {
    return LittleCompany.drill(
        backup,
        new Stage("fetch", Duration.ofMinutes(10)),
        new Stage("restore", restore),
        new Stage("verify", Duration.ofMinutes(5)),
        new Stage("examine", Duration.ofMinutes(60)));
  }

  private static List<String> codes(RecoveryPlan plan) {
    return plan.gaps().stream().map(Gap::code).toList();
  }

  private static Step step(RecoveryPlan plan, String key) {
    return plan.steps().stream().filter(it -> it.key().equals(key)).findFirst().orElseThrow();
  }

  @Test
  void nothing_begins_before_what_it_waits_for() {
    RecoveryPlan plan = company.plan(Scenario.REGION_LOST, null, List.of(), null);

    assertThat(plan.steps())
        .allSatisfy(it -> assertThat(it.after()).allMatch(before -> before < it.number()));
    assertThat(step(plan, "service/odoo").after())
        .containsExactlyInAnyOrder(
            step(plan, "service/db").number(), step(plan, "service/files").number());
  }

  @Test
  void a_whole_company_lacks_nothing() {
    RecoveryPlan plan =
        company.plan(
            Scenario.REGION_LOST,
            null,
            List.of(drill("one", Duration.ofMinutes(40))),
            List.of(LittleCompany.backup("one", LittleCompany.NOW.minusSeconds(60), null)));

    assertThat(plan.gaps()).isEmpty();
    assertThat(plan.signsOff().words()).isEqualTo("Host: Operations, +43 1 555 0100");
    assertThat(plan.choice().backup()).isEqualTo("one");
  }

  @Test
  void database_and_files_come_back_at_the_same_time_and_the_rest_is_unknown() {
    Prospect sales =
        company
            .plan(Scenario.REGION_LOST, null, List.of(drill("one", Duration.ofMinutes(40))), null)
            .processes()
            .getFirst();

    assertThat(sales.atLeast()).isEqualTo(Duration.ofMinutes(10 + 40 + 5));
    assertThat(sales.unmeasured()).contains("odoo").doesNotContain("db", "files", "Verify");
    assertThat(sales.state()).isEqualTo(Objective.State.UNKNOWN);
  }

  @Test
  void after_a_recovery_the_log_and_the_files_take_their_time_too() {
    Drill drill =
        LittleCompany.drill(
            "one",
            new Stage("fetch", Duration.ofMinutes(1)),
            new Stage("restore", Duration.ofMinutes(2)),
            new Stage("log", Duration.ofMinutes(4)),
            new Stage("compare", Duration.ofMinutes(100)),
            new Stage("recover", Duration.ofMinutes(8)),
            new Stage("files", Duration.ofMinutes(16)),
            new Stage("verify", Duration.ofMinutes(32)));

    assertThat(
            company
                .plan(Scenario.REGION_LOST, null, List.of(drill), null)
                .processes()
                .getFirst()
                .atLeast())
        .isEqualTo(Duration.ofMinutes(1 + 2 + 4 + 8 + 16 + 32));
  }

  @Test
  void what_is_too_slow_already_by_what_was_measured_is_named() {
    RecoveryPlan plan =
        company.plan(Scenario.REGION_LOST, null, List.of(drill("one", Duration.ofHours(5))), null);

    assertThat(plan.processes().getFirst().state()).isEqualTo(Objective.State.MISSED);
    assertThat(codes(plan)).contains("REC037");
  }

  @Test
  void a_circle_is_told_with_its_way_and_the_plan_is_made_all_the_same() {
    company.service("a", ServiceType.OTHER, "nightly", "b");
    company.service("b", ServiceType.OTHER, "nightly", "a");
    company.environment("prod2", Tier.PRODUCTION, "west", "a");
    company.remove("prod");
    company.environment("prod", Tier.PRODUCTION, "west", "a", "odoo");

    RecoveryPlan plan = company.plan(Scenario.REGION_LOST, null, List.of(), null);

    assertThat(plan.gaps())
        .extracting(Gap::message)
        .contains("services need one another in a circle: a → b → a");
    assertThat(step(plan, "service/a").title()).isEqualTo("a");
  }

  @Test
  void whoever_left_it_open_is_told_what() {
    LittleCompany open = new LittleCompany();
    open.team(null);
    open.service("db", ServiceType.POSTGRESQL, null);
    open.environment("prod", Tier.PRODUCTION, "west", "db");

    assertThat(codes(open.plan(Scenario.REGION_LOST, null, List.of(), List.of())))
        .containsExactlyInAnyOrder("REC031", "REC033", "REC034", "REC035", "REC036", "REC039");
  }
}
