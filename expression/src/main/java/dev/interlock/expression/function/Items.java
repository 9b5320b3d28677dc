package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.Secrets;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code items(object)}: its properties as an array of objects with {@code key} and {@code value},
 * in alphabetical order.
 */
final class Items extends Tolerant {

  Items() {
    super("items", Arity.of(1));
  }

  @Override
  public Value apply(Arguments arguments) {
    if (arguments.get(0) instanceof UnknownValue unknown) {
      return unknown;
    }
    ObjectValue object = arguments.object(0);
    Map<String, Value> properties = object.toMap();
    boolean whole = Secrets.isWhole(object);
    Gathered items = new Gathered();
    for (String name : properties.keySet().stream().sorted(Order.TEXTS).toList()) {
      Map<String, Value> item = new LinkedHashMap<>();
      item.put("key", whole ? Secrets.mark(Values.of(name)) : Values.of(name));
      item.put("value", properties.getOrDefault(name, NullValue.NULL));
      items.add(ObjectValue.of(item));
    }
    return items.array();
  }
}
