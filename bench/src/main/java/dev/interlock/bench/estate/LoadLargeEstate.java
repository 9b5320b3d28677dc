package dev.interlock.bench.estate;

import dev.interlock.estate.EstateLoader;
import dev.interlock.estate.LoadedEstate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Loads an estate once, in a cold JVM, as the command line does: {@code LoadLargeEstate
 * [DOCUMENTS]}. The goal is 10,000 documents in under 2 s on two cores.
 */
public final class LoadLargeEstate {

  private LoadLargeEstate() {}

  /** Writes the estate to a new temporary directory, loads it and prints how long that took. */
  public static void main(String[] arguments) throws IOException {
    int wanted = arguments.length == 0 ? 10_000 : Integer.parseInt(arguments[0]);
    Path directory = Files.createTempDirectory("large-estate");
    int written = LargeEstate.write(directory, wanted);
    long start = System.nanoTime();
    LoadedEstate loaded = new EstateLoader().load(directory);
    long millis = (System.nanoTime() - start) / 1_000_000;
    loaded.diagnostics().stream().limit(10).forEach(d -> System.err.println(d.render()));
    System.out.printf(
        "%d documents written, %d loaded, %d diagnostics, %d ms%n",
        written, loaded.estate().size(), loaded.diagnostics().size(), millis);
  }
}
