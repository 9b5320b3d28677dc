package dev.interlock.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.facts.FactReader;
import dev.interlock.facts.Reading;
import dev.interlock.facts.Resource;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Finding;
import dev.interlock.finding.Verdict;
import dev.interlock.goldens.Checkout;
import dev.interlock.goldens.Golden;
import dev.interlock.goldens.Shared;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Public rules about Terraform plans, with their verdicts on plans: said as policies in Azure's
 * language, they come out the same on what a plan becomes.
 */
class PlanVerdictsTest {

  private static final Path CASE =
      Checkout.root().resolve("guardrails/src/test/resources/plan-verdicts");
  private static final String CASES = "cases/tfplans/avm";
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir private Path folder = Path.of("");

  @Test
  void verdicts_hold_for_rules_said_as_policies() throws IOException {
    Properties rules = rules();
    PlanVerdicts verdicts = new PlanVerdicts();
    for (PlanCase one : PlanCase.in(Shared.require(CASES))) {
      String policy = rules.getProperty(one.rule());
      verdicts.add(one, policy == null ? null : verdict(one, file(policy)));
    }

    Golden.assertMatches(CASE.resolve("verdicts.txt"), verdicts.table());
    assertThat(verdicts.wrong()).isEqualTo(verdicts.explained());
    assertThat(verdicts.held()).isGreaterThanOrEqualTo(197);
  }

  @Test
  void every_policy_is_of_a_rule_of_the_set() throws IOException {
    TreeSet<String> known = new TreeSet<>();
    PlanCase.in(Shared.require(CASES)).forEach(one -> known.add(one.rule()));

    assertThat(known).containsAll(rules().stringPropertyNames());
  }

  private static Properties rules() throws IOException {
    Properties rules = new Properties();
    try (Reader text = Files.newBufferedReader(CASE.resolve("rules.properties"))) {
      rules.load(text);
    }
    return rules;
  }

  private static Path file(String policy) {
    return CASE.resolve("policies/" + policy + ".json");
  }

  private static PolicyAssignments policies(Path file) {
    PolicyAssignments policies =
        PolicyAssignments.load(List.of(file), null, PolicyAliases.shipped());
    assertThat(policies.problems()).isEmpty();
    assertThat(policies.size()).isEqualTo(1);
    return policies;
  }

  private Verdict verdict(PlanCase one, Path policy) throws IOException {
    Files.writeString(folder.resolve("plan.json"), one.plan());
    List<Resource> resources = new ArrayList<>();
    Reading reading = FactReader.below(folder).read(List.of("plan.json"), resources::add);
    if (!reading.diagnostics().isEmpty()) {
      return unread(reading);
    }
    Evaluation evaluation =
        new Evaluation(Controls.NONE, policies(policy), Waivers.NONE, CheckContext.NONE, NOW);
    resources.forEach(evaluation::survey);
    evaluation.surveyed(true, true);
    return isAbout(Files.readString(policy), resources)
        ? worst(resources.stream().flatMap(r -> evaluation.judge(r).stream()).toList())
        : new Verdict.Unknown("the plan has nothing that the policy is about");
  }

  /** True when the plan has a resource of a type that the policy names. */
  private static boolean isAbout(String policy, List<Resource> resources) {
    return resources.stream()
        .anyMatch(one ->
            policy
                .toLowerCase(Locale.ROOT)
                .contains('"' + one.type().toLowerCase(Locale.ROOT) + '"'));
  }

  private static Verdict unread(Reading reading) {
    Diagnostic first = reading.diagnostics().getFirst();
    return new Verdict.Unknown(first.message());
  }

  private static Verdict worst(List<Finding> findings) {
    List<Verdict> all = findings.stream().map(Finding::verdict).toList();
    return all.stream()
        .filter(Verdict.Fail.class::isInstance)
        .findFirst()
        .or(() -> all.stream().filter(Verdict.Unknown.class::isInstance).findFirst())
        .orElse(new Verdict.Pass());
  }
}
