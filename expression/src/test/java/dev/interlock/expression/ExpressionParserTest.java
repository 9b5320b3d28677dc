package dev.interlock.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionParserTest {

  private static String value(String text) {
    Compiler<Object> compiler = new Compiler<>(FunctionTable.standard(), Program.Missing.FAILS);
    return JsonText.of(compiler.text(text).evaluate(new Object()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          plain                                   | "plain"
          [[not an expression]                    | "[not an expression]"
          [concat('a', 'it''s')]                  | "ait's"
          [ concat ( 'a' , concat('b', 'c') ) ]   | "abc"
          [CONCAT('a')]                           | "a"
          [if(true, 'yes', concat())]             | "yes"
          [concat('n=', -5, '/', 2.50)]           | "n=-5/2.5"
          [if(false, 1, null)]                    | null
          """)
  void reads_what_is_written(String text, String json) {
    assertThat(value(text)).isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [concat('a']           | 11
          [concat('a', )]        | 13
          [concat('a]            | 8
          [concat('a') 'b']      | 13
          [parameters]           | 1
          [conca('a')]           | 1
          [if(true, 1)]          | 1
          [concat('a').]         | 13
          [&]                    | 1
          """)
  void a_mistake_has_a_place(String text, int offset) {
    assertThatExceptionOfType(ExpressionException.class)
        .isThrownBy(() -> value(text))
        .satisfies(e -> assertThat(e.offset()).isEqualTo(offset));
  }

  @Test
  void nesting_is_bounded() {
    String deep = "[" + "concat(".repeat(5000) + ")".repeat(5000) + "]";
    assertThatExceptionOfType(ExpressionException.class)
        .isThrownBy(() -> value(deep))
        .withMessageContaining("nested too deep");
  }

  @Test
  void a_misspelt_function_is_suggested() {
    assertThatExceptionOfType(ExpressionException.class)
        .isThrownBy(() -> value("[conct('a')]"))
        .withMessageContaining("did you mean concat()?");
  }
}
