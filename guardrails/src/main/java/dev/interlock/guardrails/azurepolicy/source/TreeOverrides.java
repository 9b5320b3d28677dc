package dev.interlock.guardrails.azurepolicy.source;

import dev.interlock.document.MappingNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.guardrails.azurepolicy.model.PolicyOverride;
import dev.interlock.guardrails.azurepolicy.model.Selector;
import dev.interlock.guardrails.azurepolicy.reading.Fields;
import dev.interlock.guardrails.azurepolicy.reading.SelectorReading;
import java.util.ArrayList;
import java.util.List;

/**
 * Overrides in an assignment tree: as Azure has them, or short: an effect, and the definitions that
 * it is for.
 */
final class TreeOverrides {

  private TreeOverrides() {}

  static List<PolicyOverride> read(Fields node) {
    List<PolicyOverride> overrides = new ArrayList<>();
    List<dev.interlock.document.Node> azure = new ArrayList<>();
    for (Fields fields : node.objects("overrides")) {
      if (Fields.peek(fields.node(), "kind") == null) {
        overrides.add(brief(fields));
      } else {
        azure.add(fields.node());
      }
    }
    overrides.addAll(SelectorReading.overrides(around(node, azure)));
    return overrides;
  }

  private static Fields around(Fields node, List<dev.interlock.document.Node> azure) {
    int line = node.node().line();
    int column = node.node().column();
    SequenceNode list = new SequenceNode(azure, line, column);
    MappingNode.Entry entry = new MappingNode.Entry("overrides", line, column, list);
    return new Fields(new MappingNode(List.of(entry), line, column), node.file(), node.problems());
  }

  private static PolicyOverride brief(Fields fields) {
    List<String> references = fields.texts("policyDefinitionReferences");
    List<Selector> selectors =
        references.isEmpty()
            ? List.of()
            : List.of(
                new Selector(
                    Selector.Kind.POLICY_DEFINITION_REFERENCE_ID,
                    references,
                    null,
                    fields.source()));
    return new PolicyOverride(
        PolicyOverride.Kind.POLICY_EFFECT, fields.needed("effect"), selectors, fields.source());
  }
}
