package dev.interlock.facts.arm.expand;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.expression.BooleanValue;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.Secrets;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.facts.arm.scope.TemplateScope;
import dev.interlock.facts.arm.template.Keys;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a template gives back. */
final class Outputs {

  private final Evaluator evaluator;
  private final Run run;

  Outputs(Evaluator evaluator, Run run) {
    this.evaluator = evaluator;
    this.run = run;
  }

  /** All whose condition is not false, as Azure tells them: type and value by name. */
  ObjectValue of(MappingNode section, TemplateScope scope) {
    Map<String, Value> outputs = new LinkedHashMap<>();
    for (Entry entry : section.entries()) {
      Node condition = Keys.get(entry.value(), "condition");
      if (condition == null || !evaluator.value(condition, scope).equals(BooleanValue.FALSE)) {
        outputs.put(entry.key(), output(entry.value(), scope));
      }
    }
    return ObjectValue.of(outputs);
  }

  private ObjectValue output(Node node, TemplateScope scope) {
    String type = Keys.text(node, "type");
    Value value = value(node, scope);
    boolean secure = type.toLowerCase(Locale.ROOT).startsWith("secure");
    Map<String, Value> output = new LinkedHashMap<>();
    output.put("type", Values.of(type));
    output.put("value", secure ? Secrets.mark(value) : value);
    return ObjectValue.of(output);
  }

  private Value value(Node node, TemplateScope scope) {
    Node loop = Keys.get(node, Copies.KEY);
    Node input = loop == null ? null : Copies.input(loop);
    if (loop != null && input != null) {
      return new Copies(evaluator, run).value(loop, input, scope);
    }
    Node written = Keys.get(node, "value");
    return written == null ? NullValue.NULL : evaluator.value(written, scope);
  }
}
