package dev.interlock.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was made from a secure parameter is as secret as the parameter. */
class SecretsTest {

  /** {@code secret()}: the value of a secure parameter. */
  private record Secret() implements ScopeFunction<String> {

    @Override
    public String name() {
      return "secret";
    }

    @Override
    public Arity arity() {
      return Arity.of(0);
    }

    @Override
    public Value apply(String scope, Arguments arguments) {
      return new StringValue(scope, true);
    }
  }

  private static Value value(String expression) {
    FunctionTable<String> table = FunctionTable.<String>standard().with(List.of(new Secret()));
    return new Compiler<>(table, Program.Missing.FAILS)
        .text("[" + expression + "]")
        .evaluate("hunter2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "secret()",
        "concat('x', secret())",
        "base64(secret())",
        "createObject('a', createArray(secret()))",
        "string(createObject('a', secret()))",
        "if(true(), secret(), 'x')",
        "coalesce(null(), secret())",
        "split(secret(), 'u')",
        "items(createObject('a', createObject('b', secret())))[0].key",
        "map(createArray(secret()), lambda('s', toUpper(lambdaVariables('s'))))",
      })
  void it_stays_secret(String expression) {
    assertThat(value(expression).isSecret()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "empty(secret())",
        "length(secret())",
        "equals(secret(), 'x')",
        "if(empty(secret()), 'x', 'y')",
        "createObject('a', secret(), 'b', 'open').b",
        "items(createObject('a', secret(), 'b', 'open'))[0].key",
      })
  void numbers_booleans_and_what_stands_beside_are_none(String expression) {
    assertThat(value(expression).isSecret()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int(createObject('n', secret()).n)",
        "createObject(secret(), 1)",
        "json(concat('{\"', secret(), '\": 1}'))",
        "base64ToJson(base64(concat('{\"', secret(), '\": 1}')))",
        "toObject(createArray(secret()), lambda('s', lambdaVariables('s')))",
        "groupBy(createArray(secret()), lambda('s', lambdaVariables('s')))",
        "dateTimeToEpoch(secret())",
      })
  void numbers_and_names_that_are_made_of_it_are_unknown_or_fail(String expression) {
    try {
      assertThat(value(expression)).isInstanceOf(UnknownValue.class);
    } catch (ExpressionException e) {
      assertThat(e).hasMessageNotContaining("hunter2");
    }
  }

  @Test
  void what_is_not_under_it_is_not_named() {
    assertThatThrownBy(() -> value("createObject('a', 1)[secret()]"))
        .isInstanceOf(ExpressionException.class)
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void a_failure_does_not_quote_it() {
    assertThatThrownBy(() -> value("int(secret())"))
        .isInstanceOf(ExpressionException.class)
        .hasMessageNotContaining("hunter2")
        .hasMessageContaining("int()");
  }
}
