package dev.interlock.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private Instant now = Instant.parse("2026-11-18T20:00:00Z");
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void long_work_shows_a_bar_that_is_wiped_away() {
    try (Progress progress = new Progress(on("2"), "reading", 200)) {
      now = now.plusSeconds(1);
      progress.done(100);
    }
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("\rreading [" + "#".repeat(15) + " ".repeat(15) + "] 50%\u001B[K\r\u001B[K");
  }

  @Test
  void after_a_while_it_says_how_long_it_will_still_take() {
    try (Progress progress = new Progress(on("2"), "recover:", 400)) {
      now = now.plusSeconds(100);
      progress.done(100);
      now = now.plusSeconds(200);
      progress.done(399);
    }
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("] 25%, about 6 min left")
        .contains("] 99%, about 1 s left");
  }

  @Test
  void where_nothing_is_told_it_says_for_how_long() {
    try (Progress progress = new Progress(on("2"), "restore:", 0)) {
      now = now.plusSeconds(130);
      progress.done(0);
    }
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("\rrestore: for 2 min 10 s");
  }

  @Test
  void short_work_shows_nothing() {
    try (Progress progress = new Progress(on("2"), "reading", 200)) {
      progress.done(200);
    }
    assertThat(err.size()).isZero();
  }

  @Test
  void without_a_terminal_nothing_is_shown() {
    try (Progress progress = new Progress(on("1"), "reading", 200)) {
      now = now.plusSeconds(60);
      progress.done(100);
    }
    assertThat(err.size()).isZero();
  }

  private Invocation on(String streams) {
    return new Invocation(
        InputStream.nullInputStream(),
        new ResultStream(OutputStream.nullOutputStream()),
        new ResultStream(err),
        Map.of("INTERLOCK_TTY", streams),
        () -> now);
  }
}
