package dev.interlock.document.reading;

import dev.interlock.document.Document;
import dev.interlock.document.Limits;
import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.Pieces;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.UnknownNode;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Puts values together to documents, for YAML and JSON alike, on a stack of its own: the nesting of
 * the input never becomes nesting of calls.
 */
final class Builder {

  private final String file;
  private final Limits limits;
  private final Set<String> lists;
  private final Pieces sink;
  private final Runnable handedOver;
  private final Problems problems;
  private final Interner interner = new Interner();
  private final List<Frame> frames = new ArrayList<>();
  private int depth;
  private boolean asElements;
  private MappingNode envelope = new MappingNode(List.of(), 1, 1);
  private long nodes;
  private long repeated;
  private int lastHeight;

  /** How deep we are in a value that nobody wants; 0 outside of such values. */
  private int passing;

  Builder(
      String file,
      Limits limits,
      Set<String> lists,
      Pieces sink,
      Runnable handedOver,
      Problems problems) {
    this.file = file;
    this.limits = limits;
    this.lists = lists;
    this.sink = sink;
    this.handedOver = handedOver;
    this.problems = problems;
  }

  /** Forgets a document that was refused half way. */
  void reset() {
    depth = 0;
    nodes = 0;
    repeated = 0;
    asElements = false;
    passing = 0;
  }

  /** True inside a mapping or list that is left out: nothing in it need be given. */
  boolean isPassing() {
    return passing > 0;
  }

  /** A mapping or list opens inside of what is left out, or ends there. */
  void pass(boolean opens) {
    passing += opens ? 1 : -1;
    handedOver.run();
    if (passing == 0) {
      depth--;
      Frame left = frames.get(depth);
      value(new UnknownNode("it is left out", left.line, left.column), 0);
    }
  }

  /** Values so far in this document, those behind aliases counted each time. */
  long nodes() {
    return nodes;
  }

  /** Counts the values that an alias or a merge repeats. */
  void repeat(long count, SourceRef place) {
    nodes += count;
    repeated += count;
    if (repeated > limits.aliasNodes()) {
      String most = limits.aliasNodes() + " values, the most allowed";
      String message = "aliases repeat more than " + most;
      throw new Refused(Problem.ALIAS_BOMB.at(place, message));
    }
  }

  /** How deep the value that was finished last nests: 0 for a scalar. */
  int lastHeight() {
    return lastHeight;
  }

  String intern(String text) {
    return interner.intern(text);
  }

  SourceRef at(int line, int column) {
    return new SourceRef(file, line, column);
  }

  void problem(Diagnostic diagnostic) {
    problems.add(diagnostic);
  }

  /** True when the next scalar is a key. */
  boolean expectsKey() {
    return depth > 0 && top().mapping && top().key == null && !top().mergeKey;
  }

  void key(String key, int line, int column, boolean merge) {
    Frame top = top();
    top.key = merge ? null : interner.intern(key);
    top.mergeKey = merge;
    top.keyLine = line;
    top.keyColumn = column;
  }

  Frame open(boolean mapping, int line, int column) {
    if (depth >= limits.depth()) {
      String message = "values nest deeper than " + limits.depth() + " levels, the most allowed";
      throw new Refused(Problem.TOO_DEEP.at(at(line, column), message));
    }
    boolean list = !mapping && isHandedOver();
    if (list) {
      envelope = depth == 0 ? new MappingNode(List.of(), line, column) : top().soFar();
    }
    if (depth == frames.size()) {
      frames.add(new Frame());
    }
    Frame frame = frames.get(depth++);
    frame.begin(mapping, line, column);
    frame.nodesBefore = nodes++;
    frame.handsOver = list;
    asElements |= list;
    return frame;
  }

  /** The mapping or list that was opened last is passed over when nobody wants it. */
  void passIfLeftOut() {
    String key = depth == 2 ? frames.getFirst().key : null;
    passing = key != null && sink.leavesOut(key) ? 1 : 0;
  }

  private boolean isHandedOver() {
    if (depth == 0) {
      return lists.contains("");
    }
    String key = top().key;
    return depth == 1 && key != null && lists.contains(key);
  }

  /** Ends the innermost mapping or list; the caller merges first. */
  Node close() {
    Frame frame = top();
    Node node = frame.build();
    int height = frame.height + 1;
    depth--;
    value(node, height);
    return node;
  }

  Frame top() {
    return frames.get(depth - 1);
  }

  void scalar(ScalarNode node) {
    nodes++;
    value(node, 0);
  }

  /** Puts a finished value where it belongs. */
  void value(Node node, int height) {
    lastHeight = height;
    if (depth == 0) {
      finish(node);
      return;
    }
    Frame top = top();
    if (depth + height > limits.depth()) {
      String message = "aliases nest deeper than " + limits.depth() + " levels, the most allowed";
      throw new Refused(Problem.TOO_DEEP.at(at(node.line(), node.column()), message));
    }
    top.height = Math.max(top.height, height);
    if (!top.mapping) {
      if (top.handsOver) {
        element(node);
      } else {
        top.item(node);
      }
    } else if (top.mergeKey) {
      top.mergeKey = false;
      top.merge(node);
    } else {
      put(top, node);
    }
  }

  private void put(Frame top, Node node) {
    String key = top.key;
    if (key == null) {
      throw new IllegalStateException("a value without a key");
    }
    top.key = null;
    Entry earlier = top.find(key);
    if (earlier != null) {
      problem(duplicate(key, earlier, at(top.keyLine, top.keyColumn)));
    } else {
      top.add(new Entry(key, top.keyLine, top.keyColumn, node));
    }
  }

  private static Diagnostic duplicate(String key, Entry earlier, SourceRef place) {
    String first = "line " + earlier.line() + ", column " + earlier.column();
    String message = "the key \"" + shorten(key) + "\" was written before, at " + first;
    return Problem.DUPLICATE_KEY.at(place, message);
  }

  static String shorten(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }

  private void element(Node node) {
    sink.element(new Document(file, node), envelope);
    repeated = 0;
    handedOver.run();
  }

  private void finish(Node node) {
    boolean elements = asElements;
    reset();
    if (elements) {
      sink.end(new Document(file, node));
    } else if (!isNothing(node)) {
      sink.document(new Document(file, node));
    }
    handedOver.run();
  }

  private static boolean isNothing(Node node) {
    return node instanceof ScalarNode scalar && scalar.value() == null && scalar.text().isEmpty();
  }
}
