package dev.interlock.guardrails.azurepolicy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.document.DocumentReader;
import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.expression.JsonText;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import java.util.ArrayList;
import java.util.List;

/** JSON given in tests. */
final class Given {

  private Given() {}

  static ObjectValue object(String json) {
    return (ObjectValue) Values.of(node(json));
  }

  static MappingNode node(Value value) {
    return (MappingNode) node(JsonText.of(value));
  }

  static Node node(String json) {
    List<Node> roots = new ArrayList<>();
    assertThat(DocumentReader.standard().read(json, "given", d -> roots.add(d.root()))).isEmpty();
    return roots.getFirst();
  }
}
