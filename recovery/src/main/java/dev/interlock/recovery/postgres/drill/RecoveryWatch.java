package dev.interlock.recovery.postgres.drill;

import dev.interlock.recovery.FileProgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Tells how far a server is that recovers, by what it says. Who can't be told is no reason to stop.
 */
final class RecoveryWatch implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(300);

  private final RecoveryWords words;
  private final long all;
  private final FileProgress progress;
  private final Thread watcher;

  private RecoveryWatch(RecoveryWords words, long all, FileProgress progress) {
    this.words = words;
    this.all = all;
    this.progress = progress;
    this.watcher = Thread.ofVirtual().name("recovery-watch").start(this::watch);
  }

  /** Watches until it is closed. */
  static RecoveryWatch start(RecoveryWords words, Path log, FileProgress progress)
      throws IOException {
    try (Stream<Path> files = Files.list(log)) {
      return new RecoveryWatch(words, files.count(), progress);
    }
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(PAUSE);
        tell();
      }
    } catch (InterruptedException | IOException | UncheckedIOException _) {
      // The recovery has ended, or what it says can't be read.
    }
  }

  private void tell() throws IOException {
    progress.at(Math.min(words.takenUp(), all), all);
  }

  /** Tells once more, so that a short recovery is told too. */
  @Override
  public void close() throws IOException {
    watcher.interrupt();
    try {
      watcher.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    tell();
  }
}
