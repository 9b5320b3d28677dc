package dev.interlock.guardrails.azurepolicy.rule;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;
import dev.interlock.expression.Program;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Programs of objects and arrays whose texts may be expressions. */
final class Trees {

  private Trees() {}

  static Program<PolicyScope> program(Node node, RuleTexts texts) {
    return switch (node) {
      case ScalarNode _, UnknownNode _ -> texts.program(node);
      case SequenceNode list -> {
        List<Program<PolicyScope>> items = new ArrayList<>();
        list.items().forEach(item -> items.add(program(item, texts)));
        yield Program.array(items);
      }
      case MappingNode mapping -> {
        Map<String, Program<PolicyScope>> properties = new LinkedHashMap<>();
        mapping.entries().forEach(e -> properties.putIfAbsent(e.key(), program(e.value(), texts)));
        yield Program.object(properties);
      }
    };
  }
}
