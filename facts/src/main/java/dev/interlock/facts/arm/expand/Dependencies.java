package dev.interlock.facts.arm.expand;

import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;
import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.facts.arm.template.Keys;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a resource waits for, as ids; what is not deployed is left out, as Azure does. */
final class Dependencies {

  private final PlannedResource planned;
  private final Node written;
  private final Set<Node> ids = new LinkedHashSet<>();

  private Dependencies(PlannedResource planned, Node written) {
    this.planned = planned;
    this.written = written;
  }

  /** The list of ids, at the place where they are written. */
  static SequenceNode of(PlannedResource planned) {
    Node written = Keys.get(planned.node(), "dependsOn");
    Node place = written == null ? planned.node() : written;
    Dependencies dependencies = new Dependencies(planned, place);
    if (written != null) {
      dependencies.add(planned.evaluate(written));
    }
    return new SequenceNode(List.copyOf(dependencies.ids), place.line(), place.column());
  }

  private void add(Value value) {
    switch (value) {
      case ArrayValue list -> list.items().forEach(this::add);
      case StringValue text when text.isSecret() -> unknown("it is made from a secure value");
      case StringValue text -> named(text.text());
      case UnknownValue unknown -> unknown(unknown.reason());
      case NullValue _ -> {}
      default -> complain("something of type " + value.typeName());
    }
  }

  private void named(String name) {
    List<PlannedResource> all = Lookup.waitedFor(planned, name);
    all.stream().filter(it -> !it.isAbsent() && !it.isForeign()).forEach(it -> id(it.id()));
    if (all.isEmpty() && !planned.deployment().isNone(name)) {
      if (name.startsWith("/")) {
        id(name);
      } else {
        complain("'" + Shortened.of(name) + "'");
      }
    }
  }

  private void complain(String what) {
    String message = "this waits for " + what + ", which the template doesn't have";
    planned.deployment().problem(Problem.DEPENDENCY, written, message);
  }

  private void id(String id) {
    ids.add(new ScalarNode(id, id, written.line(), written.column()));
  }

  private void unknown(String reason) {
    ids.add(new UnknownNode(reason, written.line(), written.column()));
  }
}
