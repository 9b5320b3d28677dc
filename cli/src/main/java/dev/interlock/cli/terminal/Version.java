package dev.interlock.cli.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version the build wrote into the program. */
public final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() throws IOException {
    return new String[] {"interlock " + number()};
  }

  /** The number alone. */
  public static String number() throws IOException {
    try (InputStream in = Version.class.getResourceAsStream("/dev/interlock/cli/version.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
