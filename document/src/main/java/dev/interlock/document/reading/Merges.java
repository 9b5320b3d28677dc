package dev.interlock.document.reading;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;

/**
 * The merge key {@code <<} of YAML 1.1, which manifests and compose files use: keys written in the
 * mapping itself win, then the mapping named first. A merged entry keeps the place where it was
 * written.
 */
final class Merges {

  private Merges() {}

  static void into(Frame frame, Builder builder) {
    for (Node source : frame.merges()) {
      merge(source, frame, builder);
    }
  }

  private static void merge(Node source, Frame frame, Builder builder) {
    switch (source) {
      case MappingNode mapping -> copy(mapping, frame, builder);
      case SequenceNode list -> {
        for (Node item : list.items()) {
          if (item instanceof MappingNode mapping) {
            copy(mapping, frame, builder);
          } else {
            refuse(item, builder);
          }
        }
      }
      case ScalarNode scalar -> refuse(scalar, builder);
    }
  }

  private static void copy(MappingNode mapping, Frame frame, Builder builder) {
    builder.repeat(mapping.entries().size(), builder.at(frame.line, frame.column));
    for (Entry entry : mapping.entries()) {
      if (frame.find(entry.key()) == null) {
        frame.add(entry);
      }
    }
  }

  private static void refuse(Node node, Builder builder) {
    String message = "<< merges mappings, but here is " + node.describe();
    builder.problem(Problem.BAD_MERGE.at(builder.at(node.line(), node.column()), message));
  }
}
