package dev.interlock.cli.options;

import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** {@code CHANGE}, for commands that can't do without. */
public final class ChangeArgument {

  @Parameters(
      paramLabel = "CHANGE",
      converter = InputFile.class,
      description = "The change: a YAML file of kind Change.")
  private Path file = Path.of("");

  /** The change's file. */
  public Path file() {
    return file;
  }
}
