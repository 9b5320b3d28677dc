package dev.interlock.estate;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.SequenceNode;
import dev.interlock.finding.SourceRef;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One document of the estate.
 *
 * @param kind what it is
 * @param name unique within its kind
 * @param labels free-form, for people and selection
 * @param annotations notes of tools
 * @param spec what it says
 * @param source where the document begins
 * @param written the spec as it was written, for positions; empty when it was made in memory
 */
public record Entry<S extends Spec>(
    Kind kind,
    String name,
    Map<String, String> labels,
    Map<String, String> annotations,
    S spec,
    SourceRef source,
    Node written) {

  public Entry {
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
  }

  /** A document without annotations that was made in memory. */
  public Entry(Kind kind, String name, Map<String, String> labels, S spec, SourceRef source) {
    this(
        kind,
        name,
        labels,
        Map.of(),
        spec,
        source,
        new MappingNode(List.of(), source.line(), source.column()));
  }

  /**
   * The place of a value inside the spec, or of the nearest value around it that was written.
   *
   * @param path keys as text, places in lists as Integer counted from 0: {@code at("tiers", 0)}
   */
  public SourceRef at(Object... path) {
    return node(path).in(source.file());
  }

  /** The value inside the spec, or the nearest one around it that was written. */
  public Node node(Object... path) {
    Node node = written;
    for (Object step : path) {
      Node next = child(node, step);
      if (next == null) {
        return node;
      }
      node = next;
    }
    return node;
  }

  private static @Nullable Node child(Node node, Object step) {
    if (node instanceof MappingNode mapping && step instanceof String key) {
      return mapping.get(key);
    }
    if (node instanceof SequenceNode list && step instanceof Integer index) {
      return index >= 0 && index < list.items().size() ? list.items().get(index) : null;
    }
    return null;
  }

  /** This document with its spec's type known; a bug when it is another. */
  <T extends Spec> Entry<T> as(Class<T> type) {
    return new Entry<>(kind, name, labels, annotations, type.cast(spec), source, written);
  }

  /** {@code Plant "north"}, as messages call it. */
  public String title() {
    return kind.word() + " \"" + name + "\"";
  }
}
