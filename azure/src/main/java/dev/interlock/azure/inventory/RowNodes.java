package dev.interlock.azure.inventory;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Azure's library read, as a document. It was written nowhere: its places are 0. */
final class RowNodes {

  private RowNodes() {}

  static Node of(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map ->
          new MappingNode(
              map.entrySet().stream()
                  .map(e -> new Entry(String.valueOf(e.getKey()), 0, 0, of(e.getValue())))
                  .toList(),
              0,
              0);
      case List<?> list -> new SequenceNode(list.stream().map(RowNodes::of).toList(), 0, 0);
      case null -> scalar(null, "null");
      default -> scalar(number(value), value.toString());
    };
  }

  private static ScalarNode scalar(@Nullable Object value, String text) {
    return new ScalarNode(value, text, 0, 0);
  }

  private static Object number(Object value) {
    return switch (value) {
      case Boolean truth -> truth;
      case BigInteger whole -> whole;
      case BigDecimal exact -> exact;
      case Float real -> new BigDecimal(real.toString());
      case Double real -> Double.isFinite(real) ? new BigDecimal(real.toString()) : real;
      case Number whole -> whole.longValue();
      default -> value.toString();
    };
  }

  /**
   * Resource Graph gives every row every column: what a resource does not have is nothing there or
   * an empty text, and absent where the resource itself is asked for.
   */
  static MappingNode withoutEmpty(MappingNode row) {
    return new MappingNode(
        row.entries().stream().filter(column -> !isEmpty(column.value())).toList(), 0, 0);
  }

  private static boolean isEmpty(Node value) {
    return value instanceof ScalarNode scalar
        && (scalar.value() == null || "".equals(scalar.value()));
  }
}
