package dev.interlock.cli.server;

import dev.interlock.cli.Main;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Scanner;

/**
 * Starts a server on the sample and opens its pages, so that the JVM can record in its AOT cache
 * (JEP 514) the classes that it loads. Not a command of its own: the launcher starts it once after
 * a build.
 */
public final class ServerTraining {

  private static final String PASSWORD = "with the password ";
  private static final String ADDRESS = "Interlock is at ";

  private ServerTraining() {}

  /** Takes a folder for the server's data; it must not be there yet. */
  public static void main(String[] args) throws IOException, InterruptedException {
    try (PipedOutputStream out = new PipedOutputStream();
        Scanner said = new Scanner(new PipedInputStream(out), StandardCharsets.UTF_8)) {
      Thread.ofPlatform().daemon().start(() -> serve(args[0], out));
      String password = after(PASSWORD, said);
      String url = after(ADDRESS, said).replaceAll(" .*", "");
      new FirstVisitor(url).visit(password);
    }
    // The server is stopped as it always is, by the end of the program.
    Runtime.getRuntime().exit(0);
  }

  private static void serve(String data, OutputStream out) {
    Main.run(
        List.of("up", "--port", "0", "--data", data),
        InputStream.nullInputStream(),
        out,
        OutputStream.nullOutputStream(),
        System.getenv());
  }

  private static String after(String marker, Scanner said) {
    while (said.hasNextLine()) {
      String line = said.nextLine();
      if (line.contains(marker)) {
        return line.substring(line.indexOf(marker) + marker.length()).strip();
      }
    }
    throw new IllegalStateException("the server did not start");
  }
}
