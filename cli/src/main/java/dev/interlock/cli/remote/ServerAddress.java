package dev.interlock.cli.remote;

import dev.interlock.usecases.InputRejected;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the server is.
 *
 * @param base scheme, host, port and perhaps a path, without a slash at its end
 */
record ServerAddress(String base) {

  private static final String EXAMPLE = "expected one such as https://interlock.example.com";

  /**
   * Reads an address.
   *
   * @param insecure http:// may lead to another machine
   * @throws InputRejected when it can't be used; says nothing of a password in it
   */
  static ServerAddress parse(@Nullable String text, boolean insecure) {
    if (text == null) {
      throw rejected("no server is named", "add --server URL");
    }
    URI uri = uri(text);
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if ((!scheme.equals("https") && !scheme.equals("http")) || uri.getHost() == null) {
      throw rejected("this is no address of a server", EXAMPLE);
    }
    if (uri.getRawUserInfo() != null) {
      throw rejected(
          "the address holds a name or a password", "leave it out: the token says who asks");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null || uri.getPort() > 65_535) {
      throw rejected("this is no address of a server", EXAMPLE);
    }
    if (scheme.equals("http") && !insecure && !thisMachine(uri.getHost())) {
      throw rejected(
          "http:// to another machine would show the token to everybody on the way",
          "use https://, or say --insecure");
    }
    return new ServerAddress(uri.toString().replaceFirst("/+$", ""));
  }

  private static URI uri(String text) {
    try {
      return new URI(text.strip());
    } catch (URISyntaxException _) {
      throw rejected("this is no address of a server", EXAMPLE);
    }
  }

  /** Known without asking anybody what a name stands for. */
  private static boolean thisMachine(String host) {
    if (host.equalsIgnoreCase("localhost")) {
      return true;
    }
    try {
      return InetAddress.ofLiteral(host).isLoopbackAddress();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static InputRejected rejected(String message, String hint) {
    return new InputRejected(RemoteCode.BAD_ADDRESS.code(), "--server", message, hint);
  }

  /** The address of something at the server. */
  URI at(String path) {
    return URI.create(base + path);
  }
}
