package dev.interlock.recovery.postgres.drill;

import dev.interlock.recovery.postgres.process.LastLines;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The way from this program to a port in the network of another one: each connection goes through a
 * shell that runs in there. Only this program begins connections; nothing leads out.
 */
final class WayIn implements AutoCloseable {

  /** Ends when either side does; what comes from outside is read in the background. */
  private static final String CONNECT =
      """
      exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 7
      cat <&0 >&3 &
      exec cat <&3
      """;

  private final ServerSocket socket;
  private final List<String> command;
  private final Map<String, String> environment;
  private final Set<Process> open = ConcurrentHashMap.newKeySet();

  private WayIn(ServerSocket socket, List<String> command, Map<String, String> environment) {
    this.socket = socket;
    this.command = command;
    this.environment = environment;
  }

  /**
   * Opens it at a free port of this machine's loopback.
   *
   * @param environment all that the shells find in theirs, beside the path
   */
  static WayIn open(LocalNetwork network, long process, int port, Map<String, String> environment)
      throws IOException {
    List<String> connect = List.of("bash", "-c", CONNECT, "way-in", Integer.toString(port));
    WayIn way =
        new WayIn(
            new ServerSocket(0, 0, InetAddress.getLoopbackAddress()),
            network.entering(process, connect),
            environment);
    Thread.ofVirtual().start(way::listen);
    return way;
  }

  int port() {
    return socket.getLocalPort();
  }

  private void listen() {
    try {
      while (true) {
        Socket taken = socket.accept();
        Thread.ofVirtual().start(() -> carry(taken));
      }
    } catch (IOException _) {
      // It was closed.
    }
  }

  private void carry(Socket taken) {
    try (taken) {
      Process shell = start();
      open.add(shell);
      try (InputStream answers = shell.getInputStream()) {
        Thread.ofVirtual().start(() -> new LastLines().read(shell.getErrorStream()));
        Thread.ofVirtual().start(() -> ask(taken, shell));
        copy(answers, taken.getOutputStream());
      } finally {
        shell.destroy();
        open.remove(shell);
      }
    } catch (IOException _) {
      // Whoever asked sees that the connection has ended.
    }
  }

  private Process start() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    String path = builder.environment().getOrDefault("PATH", "/usr/bin:/bin");
    builder.environment().clear();
    builder.environment().put("PATH", path);
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static void ask(Socket taken, Process shell) {
    try (OutputStream questions = shell.getOutputStream()) {
      copy(taken.getInputStream(), questions);
    } catch (IOException _) {
      // The other direction ends it.
    }
  }

  /** Each part at once: whoever waits for it sends no more until then. */
  private static void copy(InputStream from, OutputStream to) throws IOException {
    byte[] part = new byte[1 << 16];
    for (int read = from.read(part); read >= 0; read = from.read(part)) {
      to.write(part, 0, read);
      to.flush();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    open.forEach(Process::destroy);
  }
}
