package dev.interlock.cli.options;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** With which key something is signed, and where the signed envelope goes. */
public final class SigningOptions {

  @Option(
      names = "--key",
      paramLabel = "FILE",
      required = true,
      converter = InputFile.class,
      description = "The private key to sign with.")
  private Path key = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      converter = OutputFile.class,
      description = "Where the signed evidence goes; must not exist.")
  private Path out = Path.of("");

  /** The file of the private key. */
  public Path key() {
    return key;
  }

  /** The file to write. */
  public Path out() {
    return out;
  }
}
