package dev.interlock.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

  @Test
  void colours_need_a_terminal() {
    assertThat(Terminal.of(Map.of()).colours()).isFalse();
    assertThat(Terminal.of(Map.of("INTERLOCK_TTY", "12")).colours()).isTrue();
    assertThat(Terminal.of(Map.of("INTERLOCK_TTY", "2")).colours()).isFalse();
  }

  @Test
  void no_color_and_dumb_terminals_switch_colours_off() {
    assertThat(Terminal.of(Map.of("INTERLOCK_TTY", "12", "NO_COLOR", "1")).colours()).isFalse();
    assertThat(Terminal.of(Map.of("INTERLOCK_TTY", "12", "TERM", "dumb")).colours()).isFalse();
  }

  @Test
  void an_empty_no_color_means_nothing() {
    assertThat(Terminal.of(Map.of("INTERLOCK_TTY", "12", "NO_COLOR", "")).colours()).isTrue();
  }

  @Test
  void the_width_is_kept_in_bounds() {
    assertThat(Terminal.of(Map.of("COLUMNS", "100")).width()).isEqualTo(100);
    assertThat(Terminal.of(Map.of("COLUMNS", "0")).width()).isEqualTo(40);
    assertThat(Terminal.of(Map.of("COLUMNS", "99999")).width()).isEqualTo(160);
    assertThat(Terminal.of(Map.of("COLUMNS", "wide")).width()).isEqualTo(80);
  }
}
