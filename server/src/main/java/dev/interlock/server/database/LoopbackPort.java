package dev.interlock.server.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;

/**
 * A port of this machine for a server that is started a moment later. Systems give outgoing
 * connections local ports from 32768 on (Linux) or 49152 on (RFC 6335, section 6): a port from
 * there may be taken again before the server is up, or while a killed one is away. These lie below.
 */
final class LoopbackPort {

  private static final int FIRST = 20_000;
  private static final int AFTER_LAST = 32_000;
  private static final int TRIES = 1_000;

  private LoopbackPort() {}

  /**
   * One on which nobody listens.
   *
   * @throws IOException when everything that was tried is taken
   */
  static int free() throws IOException {
    return free(() -> ThreadLocalRandom.current().nextInt(FIRST, AFTER_LAST));
  }

  static int free(IntSupplier candidates) throws IOException {
    return IntStream.generate(candidates)
        .limit(TRIES)
        .filter(LoopbackPort::isFree)
        .findFirst()
        .orElseThrow(() -> new IOException("no port of this machine is free for it"));
  }

  private static boolean isFree(int port) {
    try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
