package dev.interlock.facts.arm.expand;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.SequenceNode;
import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.Value;
import dev.interlock.facts.arm.scope.TemplateScope;
import dev.interlock.facts.arm.template.Keys;
import dev.interlock.finding.Suggestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The variables of a template, each evaluated when it is first asked for. */
final class VariableValues {

  private final MappingNode section;
  private final Evaluator evaluator;
  private final Run run;
  private final Map<String, Value> values = new HashMap<>();
  private final Set<String> evaluating = new HashSet<>();

  VariableValues(MappingNode section, Evaluator evaluator, Run run) {
    this.section = section;
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
    for (Entry entry : section.entries()) {
      if (Copies.are(entry)) {
        Node loop = loop((SequenceNode) entry.value(), name);
        Node input = loop == null ? null : Copies.input(loop);
        if (loop != null && input != null) {
          return new Copies(evaluator, run).value(loop, input, scope);
        }
      } else if (entry.key().equalsIgnoreCase(name)) {
        return evaluator.value(entry.value(), scope);
      }
    }
    throw new ExpressionException("there is no variable '" + name + "'" + nearest(name));
  }

  private static @org.jspecify.annotations.Nullable Node loop(SequenceNode loops, String name) {
    return loops.items().stream()
        .filter(loop -> Keys.text(loop, "name").equalsIgnoreCase(name))
        .findFirst()
        .orElse(null);
  }

  private String nearest(String name) {
    List<String> names = new ArrayList<>();
    section.entries().forEach(entry -> names.add(entry.key()));
    return Suggestion.nearest(name, names).map(it -> "; did you mean '" + it + "'?").orElse("");
  }
}
