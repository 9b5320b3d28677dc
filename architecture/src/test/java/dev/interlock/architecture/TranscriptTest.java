package dev.interlock.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The check of the README can fail. */
class TranscriptTest {

  private static final List<Transcript> TWO =
      Transcript.parse(
          """
          Text.
          ```console
          $ first \\
              --more
          one
          …
          last
          $ second
          ```
          ```text
          $ not run
          ```
          """);

  @Test
  void console_blocks_are_read_and_others_are_not() {
    assertThat(TWO).extracting(Transcript::command).containsExactly("first --more", "second");
  }

  @Test
  void the_same_lines_are_accepted() {
    assertThat(TWO.getFirst().accepts(List.of("one", "last"))).isTrue();
    assertThat(TWO.getFirst().accepts(List.of("one", "x", "y", "last"))).isTrue();
    assertThat(TWO.getLast().accepts(List.of())).isTrue();
  }

  @Test
  void other_lines_are_refused() {
    assertThat(TWO.getFirst().accepts(List.of("one", "other"))).isFalse();
    assertThat(TWO.getFirst().accepts(List.of("last"))).isFalse();
    assertThat(TWO.getFirst().accepts(List.of("one", "last", "more"))).isFalse();
    assertThat(TWO.getLast().accepts(List.of("unexpected"))).isFalse();
  }
}
