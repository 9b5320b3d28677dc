package dev.interlock.cli.backup;

import dev.interlock.cli.options.InputFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** With which keys a store is used, and how hard. */
public final class StoreOption {

  @Option(
      names = "--seal-key",
      paramLabel = "FILE",
      converter = InputFile.class,
      description = "Key that backups are sealed with; they are not when absent.")
  private @Nullable Path sealingKey;

  @Option(
      names = "--jobs",
      paramLabel = "COUNT",
      description = "So much is done at the same time; as many as processors when absent.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  /** The key file; null when backups are not sealed. */
  public @Nullable Path sealingKey() {
    return sealingKey;
  }

  /** At least one. */
  public int jobs() {
    return Math.clamp(jobs, 1, 64);
  }
}
