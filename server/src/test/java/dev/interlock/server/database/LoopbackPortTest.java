package dev.interlock.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where the PostgreSQL that comes along will listen. */
class LoopbackPortTest {

  private static final Path OUTGOING = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

  @Test
  void no_outgoing_connection_is_given_it() throws Exception {
    assumeTrue(Files.exists(OUTGOING), "skipped: the kernel does not tell its local ports");
    int first = firstOutgoing();
    for (int i = 0; i < 100; i++) {
      assertThat(LoopbackPort.free()).isGreaterThan(1_023).isLessThan(first);
    }
  }

  /** The kernel gives such a file away in one piece only. */
  private static int firstOutgoing() throws IOException {
    try (BufferedReader file = Files.newBufferedReader(OUTGOING)) {
      return Integer.parseInt(file.readLine().strip().split("\\s+")[0]);
    }
  }

  @Test
  void passes_over_one_on_which_somebody_listens() throws Exception {
    int free = LoopbackPort.free();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      PrimitiveIterator.OfInt candidates = IntStream.of(taken.getLocalPort(), free).iterator();
      assertThat(LoopbackPort.free(candidates::nextInt)).isEqualTo(free);
    }
  }

  @Test
  void says_that_none_is_free() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> LoopbackPort.free(taken::getLocalPort))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("free");
    }
  }
}
