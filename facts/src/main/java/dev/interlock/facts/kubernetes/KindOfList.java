package dev.interlock.facts.kubernetes;

import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.ScalarNode;

/** The kind of the elements of a typed list: {@code Pod} for {@code PodList}. */
final class KindOfList {

  private KindOfList() {}

  /** The entry {@code kind} of an element, at the place of the list's own. */
  static Entry elements(Entry kind) {
    ScalarNode list = (ScalarNode) kind.value();
    String name = list.text().substring(0, list.text().length() - "List".length());
    ScalarNode value = new ScalarNode(name, name, list.line(), list.column());
    return new Entry(kind.key(), kind.line(), kind.column(), value);
  }
}
