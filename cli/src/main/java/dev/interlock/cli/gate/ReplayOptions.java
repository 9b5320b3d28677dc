package dev.interlock.cli.gate;

import dev.interlock.cli.options.InputFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which decision to derive again. */
final class ReplayOptions {

  @Option(
      names = "--replay",
      paramLabel = "PACK",
      converter = InputFile.class,
      description = {
        "Derives the decision in a pack again; nothing else is needed. Whether its estate is the"
            + " true one, --estate or --estate-digest tells."
      })
  private @Nullable Path pack;

  @Option(
      names = "--estate-digest",
      paramLabel = "SHA256",
      description = "With --replay: the digest that the pack's estate must have.")
  private @Nullable String estateDigest;

  /** True when something is to be derived again. */
  boolean asked() {
    return pack != null || estateDigest != null;
  }

  /** The pack, or null when nothing is to be derived again. */
  @Nullable Path pack() {
    return pack;
  }

  /** What the estate must be, or null when nobody said. */
  @Nullable String estateDigest() {
    return estateDigest;
  }
}
