package dev.interlock.facts.terraform;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;
import java.util.ArrayList;
import java.util.List;

/** Blocks that ARM has as an object, not as a list. */
final class Keyed {

  private Keyed() {}

  /** Elements by a name that is made of each one's attributes. */
  static Node of(Template key, List<Node> items, SequenceNode elements) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Node element = elements.items().get(i);
      String name = items.get(i) instanceof MappingNode item ? key.fill(item::text) : null;
      if (name == null) {
        return new UnknownNode(Merged.AFTER_APPLY, elements.line(), elements.column());
      }
      entries.add(new Entry(name, element.line(), element.column(), element));
    }
    return new MappingNode(entries, elements.line(), elements.column());
  }
}
