package dev.interlock.recovery.postgres.drill;

import dev.interlock.recovery.PartProgress;
import dev.interlock.recovery.postgres.Looking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Tells how far a server is that recovers, by what it says. */
final class RecoveryWatch implements AutoCloseable {

  private final RecoveryWords words;
  private final long all;
  private final PartProgress progress;
  private final Looking looking;

  private RecoveryWatch(RecoveryWords words, long all, PartProgress progress) {
    this.words = words;
    this.all = all;
    this.progress = progress;
    this.looking = Looking.at(this::tell);
  }

  /** Watches until it is closed. */
  static RecoveryWatch start(RecoveryWords words, Path log, PartProgress progress)
      throws IOException {
    try (Stream<Path> files = Files.list(log)) {
      return new RecoveryWatch(words, files.count(), progress);
    }
  }

  private void tell() throws IOException {
    progress.at(Math.min(words.takenUp(), all), all);
  }

  /** Tells once more, so that a short recovery is told too. */
  @Override
  public void close() throws IOException {
    looking.close();
    tell();
  }
}
