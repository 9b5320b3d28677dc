package dev.interlock.guardrails.azurepolicy.witness;

import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.BooleanValue;
import dev.interlock.expression.IntegerValue;
import dev.interlock.expression.NumberValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.PropertyName;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values that may make a comparison true or false; the engine says which do. */
final class Pool {

  private static final List<String> TEXTS =
      List.of(
          "",
          "x",
          "other-value",
          "true",
          "false",
          "5",
          "2020-01-01T00:00:00Z",
          "2040-01-01T00:00:00Z",
          "10.0.0.1",
          "10.0.0.0/8",
          "203.0.113.7",
          "*",
          "0-65535",
          "20-30",
          "P1D",
          "P10000D",
          "/subscriptions/22222222-2222-2222-2222-222222222222/resourceGroups/rg2/providers/"
              + "Microsoft.Network/virtualNetworks/vnet2/subnets/subnet2");

  private final Set<Value> values = new LinkedHashSet<>();

  /** The usual ones. */
  static List<Value> usual() {
    Pool pool = new Pool();
    TEXTS.forEach(text -> pool.values.add(Values.of(text)));
    for (long number : new long[] {0, 1, 7, 90, 443, 1000000}) {
      pool.values.add(new IntegerValue(number));
    }
    pool.values.add(BooleanValue.of(true));
    pool.values.add(BooleanValue.of(false));
    pool.values.add(ArrayValue.EMPTY);
    pool.values.add(ArrayValue.of(Values.of("x")));
    pool.values.add(ObjectValue.EMPTY);
    pool.values.add(ObjectValue.of("x", Values.of("x")));
    return List.copyOf(pool.values);
  }

  /** Those near a value that is compared with. */
  static List<@Nullable Value> near(Value right) {
    Pool pool = new Pool();
    pool.add(right);
    return new ArrayList<>(pool.values);
  }

  /** What is there with each of the values beside it. */
  static List<Value> joined(@Nullable Value there, List<@Nullable Value> more) {
    List<Value> joined = new ArrayList<>();
    for (Value value : more) {
      if (there instanceof StringValue text && value instanceof StringValue other) {
        joined.add(Values.of(text.text() + "," + other.text()));
      } else if (there instanceof ObjectValue object && value instanceof StringValue key) {
        joined.add(object.with(new PropertyName(key.text()), Values.of("x")));
      } else if (there instanceof ArrayValue array && value instanceof StringValue) {
        List<Value> items = new ArrayList<>(array.items());
        items.add(value);
        joined.add(new ArrayValue(items));
      }
    }
    return joined;
  }

  private void add(Value right) {
    values.add(right);
    switch (right) {
      case StringValue text -> text(text.text());
      case NumberValue number -> {
        values.add(number(number, 1));
        values.add(number(number, -1));
      }
      case ArrayValue array -> array.items().stream().limit(40).forEach(this::add);
      case ObjectValue object -> object.toMap().values().forEach(this::add);
      default -> {}
    }
  }

  private static Value number(NumberValue number, int more) {
    return NumberValue.of(number.decimal().add(BigDecimal.valueOf(more)));
  }

  private void text(String text) {
    values.add(Values.of(text + "x"));
    values.add(Values.of("x" + text));
    values.add(Values.of("/subscriptions/" + text + "/resourceGroups/rg9"));
    values.add(Values.of(text.replace("*", "x").replace('?', 'a')));
    values.add(Values.of(text.replace('#', '7').replace('?', 'a').replace('.', 'b')));
    values.add(ArrayValue.of(Values.of(text)));
    values.add(ObjectValue.of(text, Values.of("x")));
    for (String part : text.split("[,;]", -1)) {
      values.add(Values.of(part.strip()));
    }
  }
}
