package dev.interlock.bench.pages;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * {@code ./interlock up} on the sample, as a process of its own with a folder that is thrown away.
 *
 * @param url where it answers
 * @param password of its administrator
 */
record BenchServer(Process process, Path data, String url, String password)
    implements AutoCloseable {

  private static final String PASSWORD = "with the password ";
  private static final String ADDRESS = "Interlock is at ";

  static BenchServer start(Path checkout) throws IOException {
    Path data = Files.createTempDirectory("page-speed");
    Process process =
        new ProcessBuilder(
                checkout.resolve("interlock").toString(), "up", "--port", "0", "--data", "" + data)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader said = process.inputReader();
    String password = after(PASSWORD, said);
    String url = after(ADDRESS, said).replaceAll(" .*", "");
    return new BenchServer(process, data, url, password);
  }

  private static String after(String marker, BufferedReader said) throws IOException {
    String line = said.readLine();
    while (line != null) {
      if (line.contains(marker)) {
        return line.substring(line.indexOf(marker) + marker.length()).strip();
      }
      line = said.readLine();
    }
    throw new IllegalStateException("the server did not start");
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    process.onExit().join();
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
