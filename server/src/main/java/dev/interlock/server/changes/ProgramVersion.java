package dev.interlock.server.changes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The version the build wrote into the program: every decision names it. */
final class ProgramVersion {

  private static final String FILE = "/dev/interlock/cli/version.txt";

  private ProgramVersion() {}

  static String number() {
    try (InputStream in = ProgramVersion.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + FILE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + FILE, e);
    }
  }
}
