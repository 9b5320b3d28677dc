package dev.interlock.facts.arm.expand;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.SequenceNode;
import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.IntegerValue;
import dev.interlock.expression.JsonText;
import dev.interlock.expression.Secrets;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.facts.arm.scope.TemplateScope;
import dev.interlock.facts.arm.template.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Copy loops.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/copy-properties">Property
 *     iteration</a>
 */
final class Copies {

  /** As many as Azure allows in one loop. */
  static final int MOST = 800;

  /** What a count comes to that can't be, which is told. */
  static final UnknownValue WRONG = new UnknownValue("the count of its loop is wrong");

  /** The key of loops. */
  static final String KEY = "copy";

  private final Evaluator evaluator;
  private final Run run;

  Copies(Evaluator evaluator, Run run) {
    this.evaluator = evaluator;
    this.run = run;
  }

  /** The iterations of a loop: without a name it is that of an output. */
  private static TemplateScope inner(TemplateScope scope, String name, int index) {
    return name.isEmpty() ? scope.in(name, index) : scope.inProperty(name, index);
  }

  /** True for loops over properties: each has a name, a count and what is repeated. */
  static boolean are(Entry entry) {
    return entry.key().equalsIgnoreCase(KEY)
        && entry.value() instanceof SequenceNode loops
        && !loops.items().isEmpty()
        && loops.items().stream().allMatch(Copies::isLoop);
  }

  private static boolean isLoop(Node node) {
    return node instanceof MappingNode
        && Keys.get(node, "name") != null
        && Keys.get(node, "count") != null
        && input(node) != null;
  }

  /** The loop that makes the property of that name; null when none does. */
  static @Nullable Node named(SequenceNode loops, String name) {
    return loops.items().stream()
        .filter(loop -> Keys.text(loop, "name").equalsIgnoreCase(name))
        .findFirst()
        .orElse(null);
  }

  /** What a loop repeats; null when it says nothing. */
  static @Nullable Node input(Node loop) {
    return Keys.get(loop, "input");
  }

  /** Puts the values of loops under their names. */
  void put(SequenceNode loops, TemplateScope scope, Map<String, Value> properties) {
    for (Node loop : loops.items()) {
      String name = Keys.text(loop, "name");
      Node input = input(loop);
      if (input != null) {
        properties.put(name, value(loop, input, scope));
      }
    }
  }

  /** The list that a loop makes. */
  Value value(Node loop, Node input, TemplateScope scope) {
    String name = Keys.text(loop, "name");
    Value counted = count(loop, scope);
    if (!(counted instanceof IntegerValue count)) {
      return counted;
    }
    List<Value> items = new ArrayList<>();
    for (int i = 0; i < count.value(); i++) {
      items.add(evaluator.value(input, inner(scope, name, i)));
    }
    return new ArrayValue(items);
  }

  /** How often a loop runs: a number that is allowed, or unknown. */
  Value count(Node loop, TemplateScope scope) {
    Node written = Keys.get(loop, "count");
    Value count = written == null ? new UnknownValue("") : evaluator.value(written, scope);
    if (written == null || (count.isKnown() && !isCount(count))) {
      Node place = written == null ? loop : written;
      String found = written == null ? "nothing" : JsonText.of(Secrets.hidden(count));
      String message = "count must be a whole number from 0 to " + MOST + ", not ";
      run.problem(Problem.COPY, evaluator.file(), place, message + Shortened.of(found));
      return WRONG;
    }
    return count;
  }

  private static boolean isCount(Value count) {
    return count instanceof IntegerValue whole && whole.value() >= 0 && whole.value() <= MOST;
  }
}
