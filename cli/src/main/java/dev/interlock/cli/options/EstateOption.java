package dev.interlock.cli.options;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --estate}, for commands that can't do without. */
public final class EstateOption {

  @Option(
      names = "--estate",
      paramLabel = "DIR",
      required = true,
      description = "The estate: a folder of YAML files.")
  private Path folder = Path.of("");

  /** The estate's folder. */
  public Path folder() {
    return folder;
  }
}
