package dev.interlock.server.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Sends bytes as they are: what no well-behaved client would let through. */
final class Raw {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final URI server;

  Raw(String url) {
    this.server = URI.create(url);
  }

  /** What came back; the status is 0 when nothing did. */
  record Reply(int status, String head, String body) {

    static Reply of(String text) {
      int end = text.indexOf("\r\n\r\n");
      if (!text.startsWith("HTTP/1.1 ") || end < 0) {
        return new Reply(0, text, "");
      }
      return new Reply(
          Integer.parseInt(text.substring(9, 12)), text.substring(0, end), text.substring(end + 4));
    }

    boolean problem() {
      return head.toLowerCase(java.util.Locale.ROOT)
          .contains("content-type: application/problem+json");
    }
  }

  /** Something that goes on writing a request, as long as it is read. */
  interface Sender {
    void to(OutputStream out) throws IOException;
  }

  /** One request with a body; the connection ends with it. */
  Reply send(String line, List<String> headers, byte[] body) {
    String length = "Content-Length: " + body.length;
    byte[] head = head(line, headers, length);
    return send(out -> {
      out.write(head);
      out.write(body);
    });
  }

  /** One request without a body. */
  Reply get(String path, String... headers) {
    return send("GET " + path + " HTTP/1.1", List.of(headers), new byte[0]);
  }

  static byte[] head(String line, List<String> headers, String framing) {
    String all = String.join("\r\n", headers);
    String text =
        line
            + "\r\nHost: localhost\r\nConnection: close\r\n"
            + framing
            + "\r\n"
            + all
            + (all.isEmpty() ? "\r\n" : "\r\n\r\n");
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Writes and reads at the same time: a refusal may come before everything is written. */
  Reply send(Sender sender) {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      OutputStream out = socket.getOutputStream();
      Thread writer = Thread.ofVirtual().start(() -> write(sender, out));
      String text = read(socket.getInputStream());
      // Ends a writer whose request nobody reads any more.
      socket.shutdownOutput();
      writer.join();
      return Reply.of(text);
    } catch (IOException e) {
      return new Reply(0, e.toString(), "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void write(Sender sender, OutputStream out) {
    try {
      sender.to(out);
      out.flush();
    } catch (IOException _) {
      // The server has ended the connection; what it said about that is what counts.
      return;
    }
  }

  private static String read(InputStream in) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] part = new byte[8192];
    try {
      for (int got = in.read(part); got >= 0; got = in.read(part)) {
        all.write(part, 0, got);
      }
    } catch (IOException e) {
      all.writeBytes(("\r\n" + e).getBytes(StandardCharsets.UTF_8));
    }
    return all.toString(StandardCharsets.UTF_8);
  }
}
