package dev.interlock.document.reading;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.SequenceNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mapping or list under construction; used again for the next one at the same depth. */
final class Frame {

  private static final int MANY = 12;

  boolean mapping;
  int line;
  int column;
  @Nullable String anchor;
  long nodesBefore;
  int height;

  @Nullable String key;
  int keyLine;
  int keyColumn;
  boolean mergeKey;

  /** Values under this place are handed over one by one. */
  boolean handsOver;

  private final List<Entry> entries = new ArrayList<>();
  private final List<Node> items = new ArrayList<>();
  private final List<Merge> merges = new ArrayList<>();
  private final Map<String, Entry> index = new HashMap<>();

  void begin(boolean isMapping, int atLine, int atColumn) {
    mapping = isMapping;
    line = atLine;
    column = atColumn;
    anchor = null;
    height = 0;
    key = null;
    mergeKey = false;
    handsOver = false;
    entries.clear();
    items.clear();
    merges.clear();
    if (!index.isEmpty()) {
      index.clear();
    }
  }

  void item(Node node) {
    items.add(node);
  }

  /**
   * A merge key.
   *
   * @param before how many keys of the mapping were written before it
   */
  record Merge(Node source, int line, int column, int before) {}

  void merge(Node source) {
    merges.add(new Merge(source, keyLine, keyColumn, entries.size()));
  }

  /** The entries from one position to another, in the order in which they were written. */
  List<Entry> entries(int from, int to) {
    return entries.subList(from, to);
  }

  List<Merge> merges() {
    return merges;
  }

  /** The entry already under this key, or null. */
  @Nullable Entry find(String name) {
    if (!index.isEmpty()) {
      return index.get(name);
    }
    for (Entry entry : entries) {
      if (entry.key().equals(name)) {
        return entry;
      }
    }
    return null;
  }

  void add(Entry entry) {
    entries.add(entry);
    if (entries.size() > MANY) {
      if (index.isEmpty()) {
        entries.forEach(e -> index.put(e.key(), e));
      }
      index.put(entry.key(), entry);
    }
  }

  Node build() {
    return mapping
        ? new MappingNode(List.copyOf(entries), line, column)
        : new SequenceNode(List.copyOf(items), line, column);
  }

  /** The mapping as far as it is read. */
  MappingNode soFar() {
    return new MappingNode(List.copyOf(entries), line, column);
  }
}
