package dev.interlock.facts.terraform;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small ways to look into documents whose shape nobody guarantees. */
final class Nodes {

  private Nodes() {}

  /** The mapping under a key; an empty one when there is none. */
  static MappingNode mapping(MappingNode node, String key) {
    return node.get(key) instanceof MappingNode mapping
        ? mapping
        : new MappingNode(List.of(), node.line(), node.column());
  }

  /** The items under a key; none when there is no list. */
  static List<Node> items(MappingNode node, String key) {
    return node.get(key) instanceof SequenceNode list ? list.items() : List.of();
  }

  /** The texts under a key; none when there is no list. */
  static List<String> texts(MappingNode node, String key) {
    return items(node, key).stream()
        .filter(item -> item instanceof ScalarNode text && text.value() != null)
        .map(item -> ((ScalarNode) item).text())
        .toList();
  }

  /** The text under a key, or the empty one. */
  static String text(MappingNode node, String key) {
    String text = node.text(key);
    return text == null ? "" : text;
  }

  /** True for true. */
  static boolean isTrue(@Nullable Node node) {
    return node instanceof ScalarNode scalar && Boolean.TRUE.equals(scalar.value());
  }

  /** True for null and for the empty text, which the provider treats as not set. */
  static boolean isUnset(@Nullable Node node) {
    return node == null
        || (node instanceof ScalarNode scalar
            && (scalar.value() == null || "".equals(scalar.value())));
  }

  /** True for a list without elements: blocks that nobody wrote. */
  static boolean isEmptyList(@Nullable Node node) {
    return node instanceof SequenceNode list && list.items().isEmpty();
  }

  /** An object without properties. */
  static MappingNode none(Node place) {
    return new MappingNode(List.of(), place.line(), place.column());
  }

  /** A text at the place of another node. */
  static ScalarNode text(String text, Node place) {
    return new ScalarNode(text, text, place.line(), place.column());
  }

  /** A flag at the place of another node. */
  static ScalarNode flag(boolean value, Node place) {
    return new ScalarNode(value, String.valueOf(value), place.line(), place.column());
  }

  /** A number at the place of another node; whole when it is. */
  static ScalarNode number(BigDecimal value, Node place) {
    BigDecimal plain = value.stripTrailingZeros();
    boolean whole = plain.scale() <= 0 && plain.precision() - plain.scale() <= 18;
    Object number = whole ? (Object) plain.longValue() : plain;
    return new ScalarNode(number, plain.toPlainString(), place.line(), place.column());
  }

  /** The same value at another place. */
  static Node at(Node value, Node place) {
    return switch (value) {
      case ScalarNode scalar ->
          new ScalarNode(scalar.value(), scalar.text(), place.line(), place.column());
      case SequenceNode list ->
          new SequenceNode(
              list.items().stream().map(item -> at(item, place)).toList(),
              place.line(),
              place.column());
      case MappingNode mapping ->
          new MappingNode(
              mapping.entries().stream()
                  .map(entry ->
                      new MappingNode.Entry(
                          entry.key(), place.line(), place.column(), at(entry.value(), place)))
                  .toList(),
              place.line(),
              place.column());
      default -> value;
    };
  }
}
