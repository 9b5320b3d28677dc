package dev.interlock.document.reading;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Turns the parser's events into values: anchors, aliases, merge keys, tags and plain words. */
final class YamlEvents {

  /** A finished value with an anchor, or one still being read (then its node is null). */
  private record Anchored(@Nullable Node node, long nodes, int height) {}

  private final Builder builder;
  private final Tags tags;
  private final Map<String, Anchored> anchors = new HashMap<>();
  private int firstLine;

  YamlEvents(Builder builder, Scalars scalars) {
    this.builder = builder;
    this.tags = new Tags(scalars, builder);
  }

  /** A new stream of events begins on this line of the file. */
  void begin(int line) {
    firstLine = line;
    anchors.clear();
    builder.reset();
  }

  void take(Event event) {
    switch (event.getEventId()) {
      case Scalar -> scalar((ScalarEvent) event);
      case MappingStart -> open(true, (CollectionStartEvent) event);
      case SequenceStart -> open(false, (CollectionStartEvent) event);
      case MappingEnd, SequenceEnd -> close();
      case Alias -> alias((AliasEvent) event);
      case DocumentStart -> anchors.clear();
      case DocumentEnd, StreamStart, StreamEnd, Comment -> {}
    }
  }

  private void scalar(ScalarEvent event) {
    int line = line(event);
    int column = column(event);
    if (builder.expectsKey()) {
      tags.requireUntagged(event, builder.at(line, column));
      String text = event.getValue();
      boolean merge = event.isPlain() && text.equals("<<");
      builder.key(text, line, column, merge);
      if (event.getAnchor().isPresent()) {
        keep(event.getAnchor(), new ScalarNode(text, text, line, column), 1, 0);
      }
      return;
    }
    ScalarNode node = tags.scalar(event, line, column);
    builder.scalar(node);
    keep(event.getAnchor(), node, 1, 0);
  }

  private void open(boolean mapping, CollectionStartEvent event) {
    int line = line(event);
    int column = column(event);
    requireNoKey(mapping ? "a mapping" : "a list", line, column);
    Frame frame = builder.open(mapping, line, column);
    if (event.getAnchor().isPresent()) {
      frame.anchor = event.getAnchor().get().getValue();
      anchors.put(frame.anchor, new Anchored(null, 0, 0));
    }
  }

  private void requireNoKey(String what, int line, int column) {
    if (builder.expectsKey()) {
      String message = "a key must be text, but here it is " + what;
      throw new Refused(Problem.KEY_NOT_TEXT.at(builder.at(line, column), message));
    }
  }

  private void close() {
    Frame frame = builder.top();
    String anchor = frame.anchor;
    long before = frame.nodesBefore;
    if (frame.mapping && !frame.merges().isEmpty()) {
      Merges.into(frame, builder);
    }
    Node node = builder.close();
    if (anchor != null) {
      anchors.put(anchor, new Anchored(node, builder.nodes() - before, builder.lastHeight()));
    }
  }

  private void alias(AliasEvent event) {
    int line = line(event);
    int column = column(event);
    String name = event.getAlias().getValue();
    Anchored anchored = anchors.get(name);
    if (anchored == null) {
      String message = "the alias *" + name + " names no anchor written before it";
      throw new Refused(Problem.ALIAS_UNKNOWN.at(builder.at(line, column), message));
    }
    Node node = anchored.node();
    if (node == null) {
      String message = "the alias *" + name + " stands inside the value it names";
      throw new Refused(Problem.ALIAS_RECURSIVE.at(builder.at(line, column), message));
    }
    if (builder.expectsKey()) {
      aliasAsKey(node, line, column);
      return;
    }
    builder.repeat(anchored.nodes(), builder.at(line, column));
    builder.value(node, anchored.height());
  }

  private void aliasAsKey(Node node, int line, int column) {
    switch (node) {
      case ScalarNode scalar -> builder.key(scalar.text(), line, column, false);
      case MappingNode _, SequenceNode _, UnknownNode _ ->
          requireNoKey(node.describe(), line, column);
    }
  }

  private void keep(Optional<Anchor> anchor, Node node, long nodes, int height) {
    if (anchor.isPresent()) {
      anchors.put(anchor.get().getValue(), new Anchored(node, nodes, height));
    }
  }

  private int line(Event event) {
    return firstLine + mark(event).getLine();
  }

  private static int column(Event event) {
    return mark(event).getColumn() + 1;
  }

  private static Mark mark(Event event) {
    return event.getStartMark().orElseThrow(() -> new IllegalStateException("no marks"));
  }
}
