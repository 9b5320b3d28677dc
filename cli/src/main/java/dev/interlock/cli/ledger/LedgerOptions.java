package dev.interlock.cli.ledger;

import dev.interlock.cli.options.InputFile;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which ledger, and whose signature on it is trusted. */
final class LedgerOptions {

  @Parameters(paramLabel = "FILE", converter = InputFile.class, description = "The ledger file.")
  Path file = Path.of("");

  @Option(
      names = "--key",
      paramLabel = "FILE",
      converter = InputFile.class,
      required = true,
      description = "Public key that signs its checkpoints. May be repeated.")
  List<Path> keys = List.of();
}
