package dev.interlock.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.facts.DeploymentTarget;
import dev.interlock.facts.FactReader;
import dev.interlock.facts.Reading;
import dev.interlock.facts.Resource;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Finding;
import dev.interlock.finding.Verdict;
import dev.interlock.guardrails.azurepolicy.alias.ResourceTypes;
import dev.interlock.guardrails.azurepolicy.assignment.AssignedRule;
import dev.interlock.guardrails.azurepolicy.check.AzureSubject;
import dev.interlock.guardrails.azurepolicy.check.PolicyFindings;
import dev.interlock.guardrails.azurepolicy.condition.TypeFilter;
import dev.interlock.guardrails.azurepolicy.model.PolicyMode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What policies say of a platform that was written in three ways. */
final class ThreeWays {

  static final List<String> WAYS = List.of("template", "plan", "inventory");

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final DeploymentTarget TARGET =
      new DeploymentTarget(
          "22222222-2222-2222-2222-222222222222",
          DeploymentTarget.NO_MANAGEMENT_GROUP,
          "11111111-1111-1111-1111-111111111111",
          DeploymentTarget.NO_GROUP,
          "westeurope",
          "odoo",
          NOW);

  private final PolicyAssignments policies;
  private final Map<String, Map<String, Resource>> resources = new TreeMap<>();
  private final Map<String, Map<String, Verdict>> verdicts = new TreeMap<>();

  private ThreeWays(PolicyAssignments policies) {
    this.policies = policies;
  }

  /** Reads and judges all three. */
  static ThreeWays under(Path folder, PolicyAssignments policies) {
    ThreeWays ways = new ThreeWays(policies);
    WAYS.forEach(way -> ways.judge(way, folder));
    return ways;
  }

  /** Which resources an input holds. */
  Set<String> ids(String way) {
    return resources.getOrDefault(way, Map.of()).keySet();
  }

  /** Every rule on every resource that it may be about. */
  Comparison compare() {
    Comparison comparison = new Comparison();
    resources
        .getOrDefault("inventory", Map.of())
        .forEach((id, resource) -> compare(id, resource, comparison));
    return comparison;
  }

  private void compare(String id, Resource resource, Comparison comparison) {
    String type = AzureSubject.of(resource).type();
    for (AssignedRule rule : policies.assigned()) {
      if (isAbout(rule, type)) {
        String pair = pair(id, PolicyFindings.control(rule));
        comparison.add(pair, WAYS.stream().map(way -> said(way, pair)).toList());
      }
    }
  }

  private Verdict said(String way, String pair) {
    return verdicts.getOrDefault(way, Map.of()).getOrDefault(pair, new Verdict.Pass());
  }

  private static boolean isAbout(AssignedRule rule, String type) {
    boolean looksAtIt =
        rule.mode().kind() == PolicyMode.Kind.ALL
            || (rule.mode().kind() == PolicyMode.Kind.INDEXED
                && !type.endsWith("/resourcegroups")
                && ResourceTypes.shipped().isIndexed(type));
    return looksAtIt && rule.rule() != null && TypeFilter.mayHold(rule.rule().condition(), type);
  }

  private void judge(String way, Path folder) {
    Map<String, Resource> read = read(way, folder);
    resources.put(way, read);
    Evaluation evaluation =
        new Evaluation(Controls.NONE, policies, Waivers.NONE, CheckContext.NONE, NOW);
    read.values().forEach(evaluation::survey);
    evaluation.surveyed(true, true);
    Map<String, Verdict> said = new TreeMap<>();
    read.forEach((id, resource) -> {
      for (Finding finding : evaluation.judge(resource)) {
        said.put(pair(id, finding.control()), finding.verdict());
      }
    });
    verdicts.put(way, said);
  }

  private static Map<String, Resource> read(String way, Path folder) {
    List<Resource> all = new ArrayList<>();
    Reading reading = FactReader.below(folder).deployingTo(TARGET).read(List.of(way), all::add);
    assertThat(reading.diagnostics().stream().filter(Diagnostic::isError)).isEmpty();
    Map<String, Resource> byId = new TreeMap<>();
    all.forEach(one -> byId.put(one.id().toLowerCase(Locale.ROOT), one));
    assertThat(byId).hasSameSizeAs(all);
    return byId;
  }

  private static String pair(String id, String rule) {
    return rule + " on " + id.substring(id.indexOf("/resourcegroups/") + 16);
  }
}
