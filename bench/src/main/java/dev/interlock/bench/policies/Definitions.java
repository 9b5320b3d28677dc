package dev.interlock.bench.policies;

import dev.interlock.document.DocumentReader;
import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ReadOptions;
import dev.interlock.expression.ObjectValue;
import dev.interlock.guardrails.azurepolicy.alias.AliasTable;
import dev.interlock.guardrails.azurepolicy.alias.ResourceTypes;
import dev.interlock.guardrails.azurepolicy.evaluation.Samples;
import dev.interlock.guardrails.azurepolicy.evaluation.SinglePolicy;
import dev.interlock.guardrails.azurepolicy.field.Fields;
import dev.interlock.guardrails.azurepolicy.model.ByName;
import dev.interlock.guardrails.azurepolicy.model.GivenParameter;
import dev.interlock.guardrails.azurepolicy.model.ParameterDeclaration;
import dev.interlock.guardrails.azurepolicy.model.PolicyDefinition;
import dev.interlock.guardrails.azurepolicy.source.PolicyReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Definitions from a compressed file of JSON Lines, each {@code {"definition": …}}, compiled. */
final class Definitions {

  private Definitions() {}

  /** Reads and compiles those that Azure Resource Manager itself evaluates. */
  static List<SinglePolicy> compile(Path file, int most) throws IOException {
    Fields fields = new Fields(AliasTable.shipped());
    ResourceTypes types = ResourceTypes.shipped();
    List<SinglePolicy> compiled = new ArrayList<>();
    for (PolicyDefinition definition : read(file)) {
      if (!definition.mode().isResourceProvider() && compiled.size() < most) {
        SinglePolicy policy =
            SinglePolicy.of(definition, values(definition), fields, ObjectValue.EMPTY, types);
        if (policy.rule() != null) {
          compiled.add(policy);
        }
      }
    }
    return compiled;
  }

  private static List<PolicyDefinition> read(Path file) throws IOException {
    PolicyReader reader = new PolicyReader();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String name = "definition-" + ++number;
        DocumentReader.with(ReadOptions.policies())
            .read(line, name, d -> reader.node(definition(d.root()), name, name));
      }
    }
    return reader.finish().objects().definitions();
  }

  private static Node definition(Node line) {
    Node inner = line instanceof MappingNode mapping ? mapping.get("definition") : null;
    return inner == null ? line : inner;
  }

  /** Something for each parameter that has no default. */
  private static ByName<GivenParameter> values(PolicyDefinition definition) {
    List<GivenParameter> given = new ArrayList<>();
    for (ParameterDeclaration declared : definition.parameters().all()) {
      if (declared.defaultValue() == null) {
        given.add(new GivenParameter(declared.name(), Samples.of(declared), declared.source()));
      }
    }
    return ByName.of(given, GivenParameter::name);
  }
}
