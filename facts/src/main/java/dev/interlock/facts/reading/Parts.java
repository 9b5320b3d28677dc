package dev.interlock.facts.reading;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The elements of a document that is recognised as a whole, though it arrives piece by piece: what
 * its elements need not have was dropped on the way.
 */
final class Parts {

  /** What a Terraform plan says twice, or about what was before. */
  static final Set<String> LEFT_OUT =
      Set.of("planned_values", "prior_state", "resource_drift", "relevant_attributes");

  /** The list of a Terraform plan. */
  static final String CHANGES = "resource_changes";

  /** About a gigabyte of memory. */
  private static final long MOST = 12_000_000;

  private final List<Node> kept = new ArrayList<>();
  private long values;

  /** Keeps an element; false once, when that is too much. */
  boolean add(MappingNode part) {
    if (values > MOST) {
      return true;
    }
    values += size(part);
    if (values <= MOST) {
      kept.add(part);
    }
    return values <= MOST;
  }

  /** True when the document is one whose elements are kept here. */
  boolean isOf(MappingNode around) {
    return !kept.isEmpty() || around.get(CHANGES) instanceof SequenceNode;
  }

  /** The document with its elements; they are forgotten here. */
  MappingNode whole(MappingNode around) {
    List<Entry> entries = new ArrayList<>(around.entries());
    entries.removeIf(entry -> entry.key().equals(CHANGES));
    Node all = new SequenceNode(List.copyOf(kept), around.line(), around.column());
    entries.add(new Entry(CHANGES, around.line(), around.column(), all));
    kept.clear();
    values = 0;
    return new MappingNode(entries, around.line(), around.column());
  }

  private static long size(Node node) {
    return switch (node) {
      case MappingNode mapping ->
          1 + mapping.entries().stream().mapToLong(entry -> size(entry.value())).sum();
      case SequenceNode list -> 1 + list.items().stream().mapToLong(Parts::size).sum();
      case ScalarNode _, UnknownNode _ -> 1;
    };
  }
}
