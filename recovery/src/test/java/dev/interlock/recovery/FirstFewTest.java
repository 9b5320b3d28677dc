package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FirstFewTest {

  @Test
  void ten_are_told_and_the_rest_is_counted() {
    assertThat(FirstFew.of(List.of("a", "b"), ", ")).isEqualTo("a, b");
    assertThat(FirstFew.of(numbers(10), " ")).isEqualTo("1 2 3 4 5 6 7 8 9 10");
    assertThat(FirstFew.of(numbers(12), "; ")).endsWith("; 10; and 2 more");
  }

  private static List<String> numbers(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
  }
}
