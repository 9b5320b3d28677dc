package dev.interlock.goldens;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A server of HTTP on a free port of this machine, in whose place a test answers. */
public final class LocalHttp implements AutoCloseable {

  private final HttpServer server;

  private LocalHttp(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts one.
   *
   * @param handler answers whatever is asked, one question after another
   */
  public static LocalHttp answering(HttpHandler handler) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", handler);
      server.start();
      return new LocalHttp(server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it listens, such as {@code http://127.0.0.1:40123}, without a slash at the end. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Ends it; whoever asks then finds nobody. */
  @Override
  public void close() {
    server.stop(0);
  }
}
