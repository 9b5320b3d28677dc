package dev.interlock.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MoneyTest {

  @Test
  void sums_are_exact() {
    Money sum = Money.of("0.10", "EUR").plus(Money.of("0.20", "EUR"));
    assertThat(sum).isEqualTo(Money.of("0.3", "EUR")).hasToString("0.30 EUR");
  }

  @Test
  void worth_the_same_is_the_same_however_it_was_written() {
    assertThat(Money.of("1.50", "EUR")).isEqualTo(Money.of("1.5", "EUR"));
    assertThat(Money.of("1.50", "EUR")).hasSameHashCodeAs(Money.of("1.5", "EUR"));
    assertThat(Money.of("1.50", "EUR")).isNotEqualTo(Money.of("1.50", "USD"));
  }

  @Test
  void currencies_never_mix() {
    Money euro = Money.of("1", "EUR");
    Money nothing = Money.of("0", "USD");
    assertThatThrownBy(() -> euro.plus(nothing))
        .hasMessageContaining("EUR")
        .hasMessageContaining("USD");
    assertThatThrownBy(() -> euro.minus(nothing)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> euro.compareTo(nothing)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void below_zero_is_negative_and_zero_is_not() {
    assertThat(Money.of("1", "EUR").minus(Money.of("2", "EUR")).isNegative()).isTrue();
    assertThat(Money.of("0.00", "EUR").isNegative()).isFalse();
  }
}
