package dev.interlock.expression.function;

import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.BooleanValue;
import dev.interlock.expression.IntegerValue;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.NumberValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Values that functions may not expect, the same for the same seed. */
final class RandomValues {

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "a",
          "Straße",
          "😀",
          "\ud83d",
          "\u0000",
          "{0}",
          "{0,999999}",
          "{0:F999}{0:#,##0.00;(0)}",
          "{0:X}{1}",
          "{",
          "{0:';'}",
          "%E2%82%",
          "data:,%41",
          "data:;base64,QQ==",
          "QQ==",
          "[1, {\"a\": 1e99999}]",
          "{\"a\":",
          "1e2147483647",
          "99999999999999999999",
          "2026-11-22T08:30:00.123+18:00",
          "2026-11-22T08:30:00+99:99",
          "9999-12-31",
          "P999999999Y",
          "-P1DT1.5S",
          "yyyy'",
          "\\",
          "%",
          "fffffffF",
          "10.0.0.0/8",
          "::/0",
          "1::2/129",
          "10.0.0.1-9.0.0.1",
          "http://a/../../b?c#d",
          "//",
          "a:b",
          "x".repeat(70_000),
          "yyyy".repeat(20_000));

  private static final List<Long> NUMBERS =
      List.of(
          0L,
          1L,
          -1L,
          2L,
          7L,
          10_000L,
          131_073L,
          (long) Integer.MAX_VALUE,
          (long) Integer.MIN_VALUE,
          Long.MAX_VALUE,
          Long.MIN_VALUE);

  private static final List<String> DECIMALS =
      List.of("0.5", "-1.25", "1e20", "-1e300", "1e-300", "1e2147483000", "1e-2147483000");

  private final Random random;

  RandomValues(long seed) {
    this.random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  Value next() {
    return next(3);
  }

  private Value next(int depth) {
    return switch (random.nextInt(depth == 0 ? 7 : 10)) {
      case 0 -> random.nextBoolean() ? NullValue.NULL : BooleanValue.of(random.nextBoolean());
      case 1 -> new IntegerValue(one(NUMBERS));
      case 2 -> new IntegerValue(random.nextInt(12));
      case 3 -> NumberValue.of(new BigDecimal(one(DECIMALS)));
      case 4, 5 -> Values.of(one(TEXTS));
      case 6 -> random.nextInt(4) == 0 ? new UnknownValue("random") : Values.of(one(TEXTS));
      case 7, 8 -> array(depth);
      default -> object(depth);
    };
  }

  private Value array(int depth) {
    List<Value> items = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      items.add(next(depth - 1));
    }
    return new ArrayValue(items);
  }

  private Value object(int depth) {
    Map<String, Value> properties = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      properties.put(one(List.of("a", "A", "b", "key")), next(depth - 1));
    }
    return ObjectValue.of(properties);
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
