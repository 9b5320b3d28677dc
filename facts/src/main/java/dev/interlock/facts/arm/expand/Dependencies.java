package dev.interlock.facts.arm.expand;

import dev.interlock.document.Node;
import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;
import dev.interlock.facts.arm.template.Keys;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a resource waits for, as ids; what is not deployed is left out, as Azure does. */
final class Dependencies {

  private Dependencies() {}

  static Set<String> of(PlannedResource planned) {
    Set<String> ids = new LinkedHashSet<>();
    Node written = Keys.get(planned.node(), "dependsOn");
    if (written != null && planned.evaluate(written) instanceof ArrayValue list) {
      list.items().forEach(item -> add(item, planned, ids));
    }
    return ids;
  }

  private static void add(Value item, PlannedResource planned, Set<String> ids) {
    if (!(item instanceof StringValue text)) {
      return;
    }
    List<PlannedResource> all = Lookup.all(planned.deployment().resources(), text.text());
    if (all.isEmpty()) {
      ids.add(text.text());
    }
    all.stream().filter(it -> !it.isAbsent()).forEach(it -> ids.add(it.id()));
  }
}
