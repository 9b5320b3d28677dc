package dev.interlock.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProseTest {

  @Test
  void nothing_that_steers_a_terminal_or_turns_the_order_of_reading_gets_through() {
    assertThat(Prose.safe("a\u001B[31mb\u202Ec\u2066d\ne"))
        .isEqualTo("a\uFFFD[31mb\uFFFDc\uFFFDd e");
    assertThat(Prose.safe("Grüße, 東京\tשלום")).isEqualTo("Grüße, 東京\tשלום");
  }
}
