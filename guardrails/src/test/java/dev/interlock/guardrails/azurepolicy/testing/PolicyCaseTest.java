package dev.interlock.guardrails.azurepolicy.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.guardrails.PolicyTestRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A case passes only when everything that it says was looked at. */
class PolicyCaseTest {

  private static final String RULE =
      "definition: {if: {field: name, equals: n}, then: {effect: deny}}";

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resource: {name: n}, expect: {efect: deny}",
        "resource: {name: n}, expect: {findings: {}}",
        "resource: {name: n}, expect: {}",
        "resource: [{name: n}], expect: {effect: none}",
        "resource: null, expect: {effect: none}",
        "resource: {name: n}, parameters: [1], expect: {effect: deny}",
        "resource: {name: n}, context: x, expect: {effect: deny}"
      })
  void what_can_not_be_looked_at_fails(String rest) throws IOException {
    List<PolicyTestRun.Case> results = new ArrayList<>();
    PolicyTestRun run = run("{name: a, " + RULE + ", " + rest + "}", results);

    assertThat(results).extracting(PolicyTestRun.Case::passed).containsExactly(false);
    assertThat(run.problems()).extracting(one -> one.code()).contains("POL071");
  }

  @Test
  void a_rule_that_must_be_refused_needs_no_resource() throws IOException {
    List<PolicyTestRun.Case> results = new ArrayList<>();
    String rule = "definition: {if: {field: name}, then: {effect: deny}}";

    assertThat(run("{name: a, " + rule + ", expect: {error: true}}", results).problems()).isEmpty();
    assertThat(results).extracting(PolicyTestRun.Case::passed).containsExactly(true);
  }

  @Test
  void a_tree_of_management_groups_is_a_mapping() throws IOException {
    PolicyTestRun run = new PolicyTestRun();
    run.run(
        Files.writeString(
            folder.resolve("tree.yaml"),
            """
            apiVersion: interlock.dev/v1
            kind: PolicyTest
            metadata: {name: t}
            spec:
              hierarchy: [root]
              assignments:
                - id: /subscriptions/s/providers/Microsoft.Authorization/policyAssignments/a
                  name: a
                  properties:
                    policyDefinitionId: /providers/Microsoft.Authorization/policyDefinitions/d
              cases: []
            """),
        Instant.EPOCH,
        _ -> {});

    assertThat(run.problems())
        .extracting(one -> one.message())
        .contains("hierarchy must be a mapping and is a list");
  }

  private PolicyTestRun run(String test, List<PolicyTestRun.Case> results) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("test.yaml"),
            "apiVersion: interlock.dev/v1\nkind: PolicyTest\nmetadata: {name: t}\nspec:\n"
                + "  cases:\n    - "
                + test
                + "\n");
    PolicyTestRun run = new PolicyTestRun();
    run.run(file, Instant.EPOCH, results::add);
    return run;
  }
}
