package dev.interlock.facts.arm.expand;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.SequenceNode;
import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.Value;
import dev.interlock.facts.arm.scope.TemplateScope;
import dev.interlock.facts.arm.template.Index;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The variables of a template, each evaluated when it is first asked for. */
final class VariableValues {

  private final MappingNode section;
  private final Index index;
  private final Evaluator evaluator;
  private final Run run;
  private final Map<String, Value> values = new HashMap<>();
  private final Set<String> evaluating = new HashSet<>();

  VariableValues(MappingNode section, Evaluator evaluator, Run run) {
    this.section = section;
    this.index = Index.of(section);
    this.evaluator = evaluator;
    this.run = run;
  }

  /** The value of one. */
  Value value(String name, TemplateScope scope) {
    String key = name.toLowerCase(Locale.ROOT);
    Value known = values.get(key);
    if (known != null) {
      return known;
    }
    if (!evaluating.add(key)) {
      throw new ExpressionException("the variable '" + name + "' asks for itself");
    }
    try {
      int before = run.suppressed();
      Value value = found(name, scope);
      if (run.suppressed() == before) {
        values.put(key, value);
      }
      return value;
    } finally {
      evaluating.remove(key);
    }
  }

  private Value found(String name, TemplateScope scope) {
    Entry loops = index.find(Copies.KEY);
    if (loops != null && Copies.are(loops)) {
      Node loop = Copies.named((SequenceNode) loops.value(), name);
      Node input = loop == null ? null : Copies.input(loop);
      if (loop != null && input != null) {
        return new Copies(evaluator, run).value(loop, input, scope);
      }
    }
    Entry entry = index.find(name);
    if (entry != null && !Copies.are(entry)) {
      return evaluator.value(entry.value(), scope);
    }
    throw new ExpressionException("there is no variable '" + name + "'" + nearest(name));
  }

  private String nearest(String name) {
    return Suggested.of(name, section.entries().stream().map(Entry::key).toList());
  }
}
