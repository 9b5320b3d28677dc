package dev.interlock.facts.arm.expand;

import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.expression.BooleanValue;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.facts.arm.scope.TemplateScope;
import dev.interlock.facts.arm.template.Keys;
import dev.interlock.facts.arm.template.Template;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a template gives back. */
final class Outputs {

  private final Template template;
  private final Evaluator evaluator;
  private final Run run;
  private final TypeDefinitions definitions;

  Outputs(Template template, Evaluator evaluator, Run run) {
    this.template = template;
    this.evaluator = evaluator;
    this.run = run;
    this.definitions = new TypeDefinitions(template.section("definitions"));
  }

  /** All whose condition is not false, as Azure tells them: type and value by name. */
  ObjectValue of(TemplateScope scope) {
    Map<String, Value> outputs = new LinkedHashMap<>();
    for (Entry entry : template.section("outputs").entries()) {
      if (isThere(entry.value(), scope)) {
        outputs.put(entry.key(), output(entry, scope));
      }
    }
    return ObjectValue.of(outputs);
  }

  private boolean isThere(Node output, TemplateScope scope) {
    Node condition = Keys.get(output, "condition");
    if (condition == null) {
      return true;
    }
    Value value = evaluator.value(condition, scope);
    if (value instanceof UnknownValue unknown) {
      String message = "whether this is an output is not known: " + unknown.reason();
      run.problem(Problem.CONDITION, template.file(), condition, message);
    }
    return !value.equals(BooleanValue.FALSE);
  }

  private ObjectValue output(Entry entry, TemplateScope scope) {
    Value value = value(entry.value(), scope);
    String wrong = new TypeCheck(definitions).complaint(value, entry.value());
    if (wrong != null) {
      String message = "the output '" + entry.key() + "'" + wrong;
      run.problem(Problem.OUTPUT, template.file(), entry.value(), message);
    }
    Map<String, Value> output = new LinkedHashMap<>();
    output.put("type", Values.of(Keys.text(definitions.resolved(entry.value()), "type")));
    output.put("value", new SecureParts(definitions).marked(value, entry.value()));
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
