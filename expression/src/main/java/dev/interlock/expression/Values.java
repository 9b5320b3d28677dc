package dev.interlock.expression;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values from documents and from what Java has. */
public final class Values {

  private Values() {}

  /** The value of a document's node; expressions in texts stay texts. */
  public static Value of(Node node) {
    return switch (node) {
      case ScalarNode scalar -> scalar(scalar.value());
      case UnknownNode unknown -> new UnknownValue(unknown.reason());
      case SequenceNode list -> {
        List<Value> items = new ArrayList<>(list.items().size());
        list.items().forEach(item -> items.add(of(item)));
        yield new ArrayValue(items);
      }
      case MappingNode mapping -> {
        Map<String, Value> properties = LinkedHashMap.newLinkedHashMap(mapping.entries().size());
        mapping.entries().forEach(entry -> properties.put(entry.key(), of(entry.value())));
        yield ObjectValue.of(properties);
      }
    };
  }

  /** The value of a text. */
  public static StringValue of(String text) {
    return text.isEmpty() ? StringValue.EMPTY : new StringValue(text);
  }

  /**
   * The value of what a document's scalar holds. Infinities and what is no number, which JSON does
   * not know, become texts.
   */
  private static Value scalar(@Nullable Object scalar) {
    return switch (scalar) {
      case null -> NullValue.NULL;
      case Boolean truth -> BooleanValue.of(truth);
      case Long whole -> new IntegerValue(whole);
      case BigInteger whole -> NumberValue.of(new BigDecimal(whole));
      case BigDecimal amount -> NumberValue.of(amount);
      default -> of(scalar.toString());
    };
  }
}
