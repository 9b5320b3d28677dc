package dev.interlock.cli.options;

import picocli.CommandLine.Option;

/** {@code --format}, for results that people and programs read. */
public final class FormatOption {

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text (usual) or json.")
  private OutputFormat format = OutputFormat.TEXT;

  /** Does what belongs to the format that was asked for. */
  public void choose(Runnable text, Runnable json) {
    switch (format) {
      case TEXT -> text.run();
      case JSON -> json.run();
    }
  }
}
