package dev.interlock.cli.ledger;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which ledger, and whose signature on it is trusted. */
final class LedgerOptions {

  @Parameters(paramLabel = "FILE", description = "The ledger file.")
  Path file = Path.of("");

  @Option(
      names = "--key",
      paramLabel = "FILE",
      required = true,
      description = "Public key that signs its checkpoints. May be repeated.")
  List<Path> keys = List.of();
}
