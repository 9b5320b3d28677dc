package dev.interlock.facts.arm.expand;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;
import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.BooleanValue;
import dev.interlock.expression.IntegerValue;
import dev.interlock.expression.JsonText;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.NumberValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.facts.arm.template.Index;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives values the places at which they are written: each property that of the property in the
 * template, and what an expression gives that of the expression.
 */
final class Positions {

  private static final Index NOTHING = Index.of(new MappingNode(List.of(), 1, 1));

  private Positions() {}

  /** The value as a document, at the places of what it was made from. */
  static Node of(Value value, Node written) {
    return switch (value) {
      case ObjectValue object -> mapping(object, written);
      case ArrayValue array -> list(array, written);
      default -> scalar(value, written);
    };
  }

  private static Node mapping(ObjectValue object, Node written) {
    List<Entry> entries = new ArrayList<>(object.size());
    Index index = written instanceof MappingNode mapping ? Index.of(mapping) : NOTHING;
    for (int i = 0; i < object.size(); i++) {
      entries.add(entry(object.names().get(i), object.at(i), written, index));
    }
    return new MappingNode(entries, written.line(), written.column());
  }

  private static Entry entry(String name, Value value, Node written, Index index) {
    Entry entry = index.find(name);
    if (entry != null && !Copies.are(entry)) {
      return new Entry(name, entry.line(), entry.column(), of(value, entry.value()));
    }
    Entry loops = index.find(Copies.KEY);
    Node loop =
        loops != null && Copies.are(loops)
            ? Copies.named((SequenceNode) loops.value(), name)
            : null;
    if (loop != null) {
      return new Entry(name, loop.line(), loop.column(), of(value, loop));
    }
    return new Entry(name, written.line(), written.column(), of(value, anywhere(written)));
  }

  private static Node list(ArrayValue array, Node written) {
    List<Node> items = new ArrayList<>(array.items().size());
    Node input = written instanceof MappingNode ? Copies.input(written) : null;
    for (int i = 0; i < array.items().size(); i++) {
      items.add(of(array.items().get(i), input == null ? element(written, i) : input));
    }
    return new SequenceNode(items, written.line(), written.column());
  }

  private static Node element(Node written, int index) {
    return written instanceof SequenceNode list && index < list.items().size()
        ? list.items().get(index)
        : anywhere(written);
  }

  /** The same place without what is written there. */
  private static Node anywhere(Node written) {
    return new ScalarNode(null, "", written.line(), written.column());
  }

  private static Node scalar(Value value, Node at) {
    if (value instanceof UnknownValue unknown) {
      return new UnknownNode(unknown.reason(), at.line(), at.column());
    }
    if (value.isSecret()) {
      return new UnknownNode("it is the value of a secure parameter", at.line(), at.column());
    }
    return switch (value) {
      case BooleanValue truth -> scalar(truth.isTrue(), "" + truth.isTrue(), at);
      case IntegerValue whole -> scalar(whole.value(), "" + whole.value(), at);
      case NumberValue number -> scalar(number.decimal(), JsonText.number(number), at);
      case StringValue text -> scalar(text.text(), text.text(), at);
      case NullValue _ -> new ScalarNode(null, "null", at.line(), at.column());
      default -> throw new IllegalStateException("no scalar: " + value.typeName());
    };
  }

  private static Node scalar(Object value, String text, Node at) {
    return new ScalarNode(value, text, at.line(), at.column());
  }
}
