package dev.interlock.recovery.postgres.drill;

import dev.interlock.goldens.JavaProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program of its own that sweeps without a pause until it is killed. */
final class SweepingNeighbour {

  private SweepingNeighbour() {}

  static Process start(Path parent, Path ready) throws IOException {
    return JavaProgram.of(SweepingNeighbour.class, parent, ready)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Where to sweep, and the file to write when it has begun. */
  public static void main(String[] args) throws Exception {
    Files.createFile(Path.of(args[1]));
    while (true) {
      Leftovers.sweep(Path.of(args[0]));
    }
  }
}
