package dev.interlock.guardrails.azurepolicy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.document.DocumentReader;
import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.SequenceNode;
import dev.interlock.expression.JsonText;
import dev.interlock.expression.Values;
import dev.interlock.goldens.Shared;
import dev.interlock.guardrails.PolicyTestRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Definitions and resources of a public evaluator, run as files of policy tests. */
class EvaluationCasesTest {

  /**
   * Of an empty array every element passes, as the field condition is documented, see
   * docs/decisions/2026-11-22-policy-cases-that-differ.md.
   */
  private static final List<String> DIFFERENT =
      List.of("kv-iprules-with-allow-none", "kv-iprules-with-deny-none");

  @Test
  void every_case_comes_out_as_given(@TempDir Path folder) throws IOException {
    List<PolicyTestRun.Case> results = new ArrayList<>();
    try (Stream<Path> files = Files.list(Shared.require("cases/azure-policy-janne"))) {
      for (Path file : files.sorted().toList()) {
        Path test = folder.resolve(String.valueOf(file.getFileName()));
        Files.writeString(test, policyTest(read(file)));
        new PolicyTestRun().run(test, Instant.EPOCH, results::add);
      }
    }
    assertThat(results).hasSize(12);
    assertThat(results)
        .filteredOn(result -> !result.passed())
        .extracting(PolicyTestRun.Case::name)
        .containsExactlyElementsOf(DIFFERENT);
  }

  private static String policyTest(MappingNode given) {
    String definition = json(given, "policyDefinition");
    List<String> cases = new ArrayList<>();
    for (Node node : ((SequenceNode) Objects.requireNonNull(given.get("cases"))).items()) {
      MappingNode one = (MappingNode) node;
      cases.add(
          "{\"name\": %s, \"definition\": %s, \"resource\": %s, \"expect\": {\"effect\": %s}}"
              .formatted(
                  json(one, "name"), definition, json(one, "resource"), json(one, "expected")));
    }
    return """
    {"apiVersion": "interlock.dev/v1", "kind": "PolicyTest", "metadata": {"name": "given"},
     "spec": {"cases": [%s]}}
    """
        .formatted(String.join(",\n", cases));
  }

  private static String json(MappingNode node, String key) {
    return JsonText.of(Values.of(Objects.requireNonNull(node.get(key))));
  }

  private static MappingNode read(Path file) {
    List<Node> roots = new ArrayList<>();
    DocumentReader.standard().read(file, "case", document -> roots.add(document.root()));
    return (MappingNode) roots.getFirst();
  }
}
