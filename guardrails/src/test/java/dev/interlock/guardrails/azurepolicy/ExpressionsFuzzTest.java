package dev.interlock.guardrails.azurepolicy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.expression.Compiler;
import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.Program;
import dev.interlock.guardrails.azurepolicy.alias.AliasTable;
import dev.interlock.guardrails.azurepolicy.field.Fields;
import dev.interlock.guardrails.azurepolicy.function.PolicyFunctions;
import dev.interlock.guardrails.azurepolicy.rule.EvaluationContext;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import dev.interlock.guardrails.azurepolicy.rule.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of any kind in place of expressions. The time limit is there for what never ends. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ExpressionsFuzzTest {

  private static final List<String> PIECES =
      List.of(
          "[",
          "]",
          "[[",
          "(",
          ")",
          ",",
          ".",
          "'",
          "''",
          "\\",
          "\"",
          " ",
          "\n",
          "1",
          "-1",
          "0.5",
          "9223372036854775808",
          "1e999999999",
          "'a'",
          "'ä\ud83c\udf0d'",
          "true()",
          "null()",
          "concat(",
          "field('name')",
          "parameters('a')",
          "length(",
          "if(",
          "current()",
          "range(",
          "createArray(",
          "json(",
          "replace(",
          "padLeft(",
          "format('{0}',",
          "utcNow()",
          "[0]",
          "resourceGroup().tags",
          "union(",
          "split(",
          "\u0000",
          "\ud800",
          "string(",
          "addDays(");

  private static final Compiler<PolicyScope> COMPILER =
      new Compiler<>(
          PolicyFunctions.table(
              new Fields(AliasTable.shipped()),
              Given.object("{\"a\": [1, \"b\", {}]}"),
              ObjectValue.EMPTY),
          Program.Missing.IS_NULL);

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void any_text_gives_a_value_or_says_why_not(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder("[");
      int pieces = random.nextInt(20);
      for (int n = 0; n < pieces; n++) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      evaluated(random.nextBoolean() ? text.append(']').toString() : text.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"not(", "concat('a',", "createArray(", "(", "string(json("})
  void deep_texts_give_a_value_or_say_why_not(String opening) {
    for (int depth = 10; depth <= 20_000; depth *= 4) {
      long closing = opening.chars().filter(c -> c == '(').count() * depth;
      evaluated("[" + opening.repeat(depth) + "'x'" + ")".repeat((int) closing) + "]");
      evaluated("[" + opening.repeat(depth));
    }
  }

  @Test
  void long_texts_give_a_value_or_say_why_not() {
    assertThat(evaluated("[concat('" + "a".repeat(80_000) + "', 'b')]")).isTrue();
    evaluated("[" + "createArray(1)" + "[0]".repeat(20_000) + "]");
    evaluated("[createObject('a', 1)" + ".a".repeat(20_000) + "]");
    evaluated("[concat(" + "'a',".repeat(20_000) + "'b')]");
  }

  @Test
  void values_that_would_grow_without_end_fail() {
    String text = "'0123456789'";
    for (int i = 0; i < 14; i++) {
      text = "concat(" + text + ", " + text + ")";
    }

    assertThat(evaluated("[" + text + "]")).isFalse();
  }

  /** True when there is a value. */
  private static boolean evaluated(String text) {
    try {
      PolicyScope scope =
          new PolicyScope(
              new Subject(Given.object("{\"name\": \"plant\", \"type\": \"a.b/c\"}"), null),
              EvaluationContext.at(Instant.EPOCH));
      assertThat(COMPILER.text(text).evaluate(scope)).isNotNull();
      return true;
    } catch (ExpressionException e) {
      assertThat(e.reason()).isNotBlank();
      return false;
    }
  }
}
