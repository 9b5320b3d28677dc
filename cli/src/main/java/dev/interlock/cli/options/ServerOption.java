package dev.interlock.cli.options;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * {@code --server}, where a running server can answer instead. The token comes from the environment
 * alone: arguments are seen by everybody on the machine. Nothing here speaks HTTP, so that a
 * command without it starts as fast as ever.
 */
public final class ServerOption {

  /** The environment variable that holds the token. */
  public static final String TOKEN = "INTERLOCK_TOKEN";

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "Asks this server; it reads the token from INTERLOCK_TOKEN.")
  private @Nullable String address;

  @Option(
      names = "--insecure",
      description =
          "Speaks http:// to another machine too: everybody on the way can read the token.")
  private boolean insecure;

  /** True when a server was named. */
  public boolean named() {
    return address != null;
  }

  /** Its address as it was typed; null when none was named. */
  public @Nullable String address() {
    return address;
  }

  /** True when the way to it need not be encrypted. */
  public boolean insecure() {
    return insecure;
  }
}
