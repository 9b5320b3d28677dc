package dev.interlock.guardrails.cel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

  @ParameterizedTest
  @CsvSource({
    "500m, 0.5",
    "2Gi, 2147483648",
    "1.5Ki, 1536",
    "1e3, 1000",
    "12E-1, 1.2",
    "1E, 1000000000000000000",
    "1Ei, 1152921504606846976",
    "-3k, -3000",
    "+4, 4",
    ".5M, 500000",
    "5., 5",
    "7n, 0.000000007",
    "1u, 0.000001",
  })
  void quantity_is_worth_what_kubernetes_says(String text, BigDecimal worth) {
    assertThat(Quantity.parse(text).amount()).isEqualByComparingTo(worth);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "much", "1.2.3", "1 Gi", "1KI", "1e", "Gi", "0x10", "1e999999999"})
  void text_of_another_form_is_none(String text) {
    assertThat(Quantity.tryParse(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"1Gi, 1024Mi", "1000m, 1", "0.1, 100m"})
  void quantities_of_the_same_worth_are_equal(String a, String b) {
    assertThat(Quantity.parse(a)).isEqualTo(Quantity.parse(b)).hasSameHashCodeAs(Quantity.parse(b));
  }
}
