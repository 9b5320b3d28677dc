package dev.interlock.recovery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Somebody on this machine who would be reached by whatever has its network; counts who calls. */
final class ListeningServer implements AutoCloseable {

  private final ServerSocket socket;
  private final AtomicInteger calls = new AtomicInteger();

  private ListeningServer(ServerSocket socket) {
    this.socket = socket;
  }

  static ListeningServer open() throws IOException {
    ListeningServer server = new ListeningServer(new ServerSocket(0));
    Thread.ofVirtual().start(server::listen);
    return server;
  }

  private void listen() {
    try {
      while (true) {
        try (Socket _ = socket.accept()) {
          calls.incrementAndGet();
        }
      }
    } catch (IOException _) {
      // It was closed.
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  /** All addresses of this machine that are no loopback, and the loopback. */
  String addresses() throws IOException {
    String others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(it -> !it.isLoopbackAddress() && it.getAddress().length == 4)
            .map(InetAddress::getHostAddress)
            .collect(Collectors.joining(" "));
    return "127.0.0.1 " + others;
  }

  int calls() {
    return calls.get();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
