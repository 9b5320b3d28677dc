package dev.interlock.cli.remote;

import dev.interlock.finding.Fault;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;

/** Why a server could not be asked, in words. */
final class Unreachable {

  private Unreachable() {}

  static Fault because(String server, IOException e) {
    return new Fault(
        RemoteCode.UNREACHABLE.code(), "cannot reach the server " + server + ": " + why(e), e);
  }

  private static String why(IOException e) {
    return switch (e) {
      case HttpConnectTimeoutException _ -> "nobody answers there";
      case HttpTimeoutException _ -> "it took too long to answer";
      case ConnectException _ ->
          rootIsUnresolved(e) ? "there is no such machine" : "nothing listens there";
      case SSLException _ -> "no trusted connection: " + e.getMessage();
      default -> "the connection broke: " + e.getMessage();
    };
  }

  private static boolean rootIsUnresolved(Throwable thrown) {
    Throwable at = thrown;
    while (at.getCause() != null) {
      at = at.getCause();
    }
    return at instanceof UnresolvedAddressException;
  }
}
