package dev.interlock.guardrails.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void star_stands_for_any_characters_as_in_a_regular_expression(long seed) {
    RandomGenerator random = new Random(seed);
    int matched = 0;
    for (int i = 0; i < 5_000; i++) {
      String pattern = word(random, "ab*", 6);
      String text = word(random, "abAB", 8);
      String expression =
          "(?i)" + Pattern.compile("[^*]+").matcher(pattern).replaceAll("$0").replace("*", ".*");
      boolean expected = text.matches(expression);
      matched += expected ? 1 : 0;
      assertThat(Glob.matches(pattern, text)).as("%s ~ %s", pattern, text).isEqualTo(expected);
    }
    assertThat(matched).isBetween(200, 4_800);
  }

  @Test
  void hostile_pattern_takes_no_time() {
    assertThat(Glob.matches("*a".repeat(200) + "b", "a".repeat(20_000))).isFalse();
  }

  private static String word(RandomGenerator random, String letters, int longest) {
    StringBuilder word = new StringBuilder();
    for (int length = random.nextInt(longest + 1); length > 0; length--) {
      word.append(letters.charAt(random.nextInt(letters.length())));
    }
    return word.toString();
  }
}
