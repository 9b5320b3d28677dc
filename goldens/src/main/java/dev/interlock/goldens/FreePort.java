package dev.interlock.goldens;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A port for a server that a test starts later. It lies below those that the system gives to
 * outgoing connections (from 32768 on, on Linux): one of them can be taken between asking for it
 * and the start of the server, or while a killed server is away.
 */
public final class FreePort {

  private static final int FIRST = 10_000;
  private static final int PORTS = 20_000;

  /** Tests that run at the same time in other processes begin elsewhere. */
  private static final int OF_ONE_PROCESS = 50;

  private static final AtomicInteger ASKED =
      new AtomicInteger((int) (ProcessHandle.current().pid() * OF_ONE_PROCESS % PORTS));

  private FreePort() {}

  /** A port of loopback on which nobody listens, never the same twice. */
  public static int next() {
    int port;
    do {
      port = FIRST + ASKED.getAndIncrement() % PORTS;
    } while (isTaken(port));
    return port;
  }

  private static boolean isTaken(int port) {
    try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return false;
    } catch (IOException _) {
      return true;
    }
  }
}
