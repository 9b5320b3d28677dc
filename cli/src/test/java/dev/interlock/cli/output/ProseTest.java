package dev.interlock.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProseTest {

  private static final String LETTERS = "abcde     \t\n\u00A0é";

  @Test
  void nothing_that_steers_a_terminal_or_turns_the_order_of_reading_gets_through() {
    assertThat(Prose.safe("a\u001B[31mb\u202Ec\u2066d\ne"))
        .isEqualTo("a\uFFFD[31mb\uFFFDc\uFFFDd e");
    assertThat(Prose.safe("Grüße, 東京\tשלום")).isEqualTo("Grüße, 東京\tשלום");
  }

  @Test
  void lines_break_at_spaces_and_hold_every_word() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    for (int i = 0; i < 2_000; i++) {
      String text =
          random
              .ints(random.nextInt(60), 0, LETTERS.length())
              .mapToObj(LETTERS::charAt)
              .map(String::valueOf)
              .collect(Collectors.joining());
      List<String> lines = Prose.wrap(text, 12);
      assertThat(String.join(" ", lines)).isEqualTo(text.strip().replaceAll("\\s+", " "));
      assertThat(lines).allMatch(line -> line.length() <= 12 || line.indexOf(' ') < 0);
    }
  }
}
