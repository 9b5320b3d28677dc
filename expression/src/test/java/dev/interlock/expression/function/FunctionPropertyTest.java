package dev.interlock.expression.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.JsonText;
import dev.interlock.expression.LazyFunction;
import dev.interlock.expression.PureFunction;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever functions are given, they give a value or fail as expressions do. */
class FunctionPropertyTest {

  private static final int CALLS = 40;

  /** What a function that grows could make of what {@link RandomValues} holds, and no more. */
  private static final long LARGEST = 1L << 20;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void pure_functions_give_a_value_or_fail(long seed) {
    RandomValues random = new RandomValues(seed);
    for (PureFunction function : StandardFunctions.PURE) {
      for (int i = 0; i < CALLS; i++) {
        List<Value> arguments = arguments(function.arity(), random);
        if (function.takesUnknown() || arguments.stream().allMatch(Value::isKnown)) {
          check(function, arguments);
        }
      }
    }
  }

  private static void check(PureFunction function, List<Value> arguments) {
    try {
      Value value = function.apply(new Arguments(function.name(), arguments));
      assertThat(value.weight()).as("%s%s", function.name(), arguments).isLessThan(LARGEST);
      assertThat(JsonText.of(value)).isNotEmpty();
    } catch (ExpressionException e) {
      assertThat(e.reason()).isNotBlank();
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError(function.name() + arguments + " with seed failed", e);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void lazy_functions_give_a_value_or_fail(long seed) {
    RandomValues random = new RandomValues(seed);
    Random bodies = new Random(seed);
    for (LazyFunction function : StandardFunctions.LAZY) {
      for (int i = 0; i < CALLS; i++) {
        String call = call(function, random, bodies);
        try {
          assertThat(Calculator.value(call)).as(call).isNotNull();
        } catch (ExpressionException e) {
          assertThat(e.reason()).isNotBlank();
        } catch (RuntimeException | StackOverflowError e) {
          throw new AssertionError(call, e);
        }
      }
    }
  }

  private static String call(LazyFunction function, RandomValues random, Random bodies) {
    List<String> written = new ArrayList<>();
    for (Value argument : arguments(function.arity(), random)) {
      boolean lambda = !written.isEmpty() && bodies.nextInt(3) > 0;
      written.add(lambda ? lambda(bodies) : written(argument));
    }
    return function.name() + "(" + String.join(", ", written) + ")";
  }

  private static String lambda(Random random) {
    String body =
        switch (random.nextInt(6)) {
          case 0 -> "createArray(lambdaVariables('a'), lambdaVariables('b'))";
          case 1 -> "concat(lambdaVariables('a'), lambdaVariables('b'))";
          case 2 -> "less(lambdaVariables('a'), lambdaVariables('b'))";
          case 3 -> "string(lambdaVariables('a'))";
          case 4 -> "equals(lambdaVariables('a'), lambdaVariables('b'))";
          default -> "unknown()";
        };
    return "lambda('a', " + (random.nextInt(4) > 0 ? "'b', " : "") + body + ")";
  }

  private static String written(Value value) {
    if (!value.isKnown()) {
      return "createArray(unknown(), 1)";
    }
    String text = value instanceof StringValue it ? it.text() : JsonText.of(value);
    String quoted = "'" + text.replace("'", "''") + "'";
    return value instanceof StringValue ? quoted : "json(" + quoted + ")";
  }

  private static List<Value> arguments(Arity arity, RandomValues random) {
    int most = Math.min(arity.most(), arity.least() + 3);
    List<Value> arguments = new ArrayList<>();
    for (int i = random.below(most - arity.least() + 1) + arity.least(); i > 0; i--) {
      arguments.add(random.next());
    }
    return arguments;
  }
}
