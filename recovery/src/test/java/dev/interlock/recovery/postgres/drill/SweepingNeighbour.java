package dev.interlock.recovery.postgres.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program of its own that sweeps without a pause until it is killed. */
final class SweepingNeighbour {

  private SweepingNeighbour() {}

  static Process start(Path parent, Path ready) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            SweepingNeighbour.class.getName(),
            parent.toString(),
            ready.toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
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
