package dev.interlock.cli.dist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Switches over types and records of every kind, and what they answer. */
final class LinkedSamples implements Supplier<List<Object>> {

  private static final @Nullable Object[] LOOKED_AT = {
    null, 1, -7, 3L, "", "long enough", new int[0], List.of(), new Dot(), new Line(1, 2)
  };

  sealed interface Shape {
    /** A switch in an interface. */
    default String called() {
      return switch (this) {
        case Dot _ -> "dot";
        case Line(int from, int to) -> "line " + from + to;
      };
    }
  }

  record Dot() implements Shape {}

  record Line(int from, int to) implements Shape {}

  record Whole(
      boolean a, byte b, char c, short d, int e, long f, float g, double h, @Nullable Object i) {}

  record Listed(List<Integer> list) {}

  /** Each answer once, in an order that is always the same. */
  @Override
  public List<Object> get() {
    List<Object> answers = new ArrayList<>();
    Arrays.stream(LOOKED_AT).forEach(each -> answers.add(described(each)));
    answers.add(new Dot().called());
    answers.add(new Line(3, 4).called());
    List<Object> records = records();
    for (Object one : records) {
      answers.add(one.hashCode());
      records.forEach(other -> answers.add(one.equals(other)));
      answers.add(one.equals("something else"));
    }
    return answers;
  }

  /** Guards make the switch begin anew behind the label that did not fit. */
  private static String described(@Nullable Object any) {
    return switch (any) {
      case null -> "null";
      case Integer number when number > 0 -> "positive";
      case Long _ -> "long";
      case Number _ -> "number";
      case String text when text.isEmpty() -> "empty";
      case CharSequence _ -> "text";
      case int[] _ -> "array";
      case Shape shape -> shape.called();
      default -> "other";
    };
  }

  private static List<Object> records() {
    return List.of(
        new Dot(),
        new Dot(),
        new Line(1, 2),
        new Line(1, 2),
        new Line(2, 1),
        whole(0.0f, Double.NaN, "x"),
        whole(0.0f, Double.NaN, "x"),
        whole(-0.0f, Double.NaN, "x"),
        whole(0.0f, -0.0, null),
        whole(0.0f, 0.0, null),
        new Listed(List.of(1)),
        new Listed(new ArrayList<>(List.of(1))),
        new Listed(List.of(2)));
  }

  private static Whole whole(float g, double h, @Nullable Object i) {
    return new Whole(true, (byte) -1, 'ß', (short) 2, 3, 1L << 40, g, h, i);
  }
}
