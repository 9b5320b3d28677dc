package dev.interlock.document;

import dev.interlock.document.MappingNode.Entry;

/**
 * A value that nobody can know yet, such as what a resource answers once it was made. No document
 * has one written in it: whoever computes a document from another puts it where the value will
 * stand.
 *
 * @param reason why, in a few plain words
 * @param line where what asks for the value is written
 * @param column where what asks for the value is written
 */
public record UnknownNode(String reason, int line, int column) implements Node {

  @Override
  public String describe() {
    return "something that is not known yet";
  }

  /** The only key of what stands for one where it is written as JSON; under it is the reason. */
  public static final String KEY = "$unknown";

  /** The same with what was written as JSON made unknown again, at any depth. */
  public static Node restored(Node node) {
    return switch (node) {
      case MappingNode mapping -> restored(mapping);
      case SequenceNode list when list.items().stream().anyMatch(UnknownNode::holds) ->
          new SequenceNode(
              list.items().stream().map(UnknownNode::restored).toList(),
              list.line(),
              list.column());
      default -> node;
    };
  }

  private static Node restored(MappingNode mapping) {
    if (stands(mapping)) {
      return new UnknownNode(mapping.text(KEY) + "", mapping.line(), mapping.column());
    }
    return holds(mapping)
        ? new MappingNode(
            mapping.entries().stream()
                .map(it -> new Entry(it.key(), it.line(), it.column(), restored(it.value())))
                .toList(),
            mapping.line(),
            mapping.column())
        : mapping;
  }

  private static boolean stands(MappingNode mapping) {
    return mapping.entries().size() == 1 && mapping.entries().getFirst().key().equals(KEY);
  }

  private static boolean holds(Node node) {
    return switch (node) {
      case MappingNode mapping -> stands(mapping) || anyValueHolds(mapping);
      case SequenceNode list -> anyItemHolds(list);
      default -> false;
    };
  }

  /** Loops, because every value of every resource comes by here. */
  private static boolean anyValueHolds(MappingNode mapping) {
    for (Entry entry : mapping.entries()) {
      if (holds(entry.value())) {
        return true;
      }
    }
    return false;
  }

  private static boolean anyItemHolds(SequenceNode list) {
    for (Node item : list.items()) {
      if (holds(item)) {
        return true;
      }
    }
    return false;
  }
}
