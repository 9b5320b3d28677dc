package dev.interlock.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs the commands of a file, one a line, so that the JVM can record in its AOT cache (JEP 514)
 * the classes that they load. Not a command of its own: the launcher starts it once after a build.
 */
public final class Training {

  private Training() {}

  /** Takes the file of commands; what they print and how they end does not matter here. */
  public static void main(String[] args) throws IOException {
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        run(List.of(line.strip().split("\\s+")));
      }
    }
  }

  private static void run(List<String> command) {
    Main.run(
        command,
        InputStream.nullInputStream(),
        OutputStream.nullOutputStream(),
        OutputStream.nullOutputStream(),
        Map.of());
  }
}
