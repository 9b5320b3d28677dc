package dev.interlock.cli;

import dev.interlock.goldens.Golden;
import java.nio.file.Path;

/** This module's expected outputs. */
public final class CliGolden {

  private CliGolden() {}

  /** The text must be what {@code src/test/golden/NAME} says. */
  public static void verify(String name, String actual) {
    Golden.assertMatches(Path.of("src/test/golden").resolve(name), actual);
  }
}
