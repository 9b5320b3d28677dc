package dev.interlock.document.reading;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;
import dev.interlock.document.reading.Frame.Merge;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The merge key {@code <<} of YAML 1.1, which manifests and compose files use: keys written in the
 * mapping itself win, then the mapping named first. A merged entry keeps the place where it was
 * written. Where a merge key comes after a key and means another value, tools disagree (for kubectl
 * the later one wins), so that is refused.
 */
final class Merges {

  private final Frame frame;
  private final Builder builder;

  /** Entries that stand before the merge key at hand. */
  private final Set<Entry> before = Collections.newSetFromMap(new IdentityHashMap<>());

  private Merges(Frame frame, Builder builder) {
    this.frame = frame;
    this.builder = builder;
  }

  static void into(Frame frame, Builder builder) {
    Merges merges = new Merges(frame, builder);
    int seen = 0;
    for (Merge merge : frame.merges()) {
      merges.before.addAll(frame.entries(seen, merge.before()));
      seen = merge.before();
      merges.before.addAll(merges.added(merge));
    }
  }

  private List<Entry> added(Merge merge) {
    List<Entry> added = new ArrayList<>();
    switch (merge.source()) {
      case MappingNode mapping -> copy(mapping, merge, added);
      case SequenceNode list -> {
        for (Node item : list.items()) {
          if (item instanceof MappingNode mapping) {
            copy(mapping, merge, added);
          } else {
            refuse(item);
          }
        }
      }
      case ScalarNode _, UnknownNode _ -> refuse(merge.source());
    }
    return added;
  }

  private void copy(MappingNode mapping, Merge merge, List<Entry> added) {
    builder.repeat(mapping.entries().size(), builder.at(frame.line, frame.column));
    for (Entry entry : mapping.entries()) {
      Entry there = frame.find(entry.key());
      if (there == null) {
        frame.add(entry);
        added.add(entry);
      } else if (before.contains(there) && !same(there.value(), entry.value())) {
        ambiguous(there, merge);
      }
    }
  }

  /**
   * Positions tell two mappings apart, which is right: only kubectl knows if they mean the same.
   */
  private static boolean same(Node one, Node other) {
    if (one instanceof ScalarNode a && other instanceof ScalarNode b) {
      return a.text().equals(b.text()) && Objects.equals(a.value(), b.value());
    }
    return one.equals(other);
  }

  private void ambiguous(Entry there, Merge merge) {
    String message =
        "<< gives the key \"%s\" another value than line %d, column %d before it"
            .formatted(Builder.shorten(there.key()), there.line(), there.column());
    builder.problem(Problem.MERGE_AFTER_KEY.at(builder.at(merge.line(), merge.column()), message));
  }

  private void refuse(Node node) {
    String message = "<< merges mappings, but here is " + node.describe();
    builder.problem(Problem.BAD_MERGE.at(builder.at(node.line(), node.column()), message));
  }
}
