package dev.interlock.cli.backup;

import dev.interlock.cli.options.EstateOption;
import dev.interlock.cli.options.InputFile;
import dev.interlock.usecases.HoldBackups;
import dev.interlock.usecases.InputRejected;
import dev.interlock.usecases.PruneBackups;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which backups are to go. */
public final class PruneOptions {

  @Parameters(
      paramLabel = "DIR",
      description =
          "The store: a folder, s3://bucket/prefix, or the address of a container of Azure.")
  private Path store = Path.of("");

  @Mixin private final EstateOption estate = new EstateOption();

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      required = true,
      description = "The environment whose backups they are.")
  private String environment = "";

  @Option(
      names = "--remove",
      paramLabel = "NAME",
      description = "This backup, though the plan would keep it; may be repeated.")
  private List<String> remove = List.of();

  @Option(
      names = "--drills",
      paramLabel = "DIR",
      description = "Signed drills: the newest backup that one verified is kept.")
  private @Nullable Path drills;

  @Option(
      names = "--seal-key",
      paramLabel = "FILE",
      converter = InputFile.class,
      description = "Key that backups are sealed with: without it the files they share stay.")
  private @Nullable Path sealingKey;

  /** Backups whose holds are to end; nothing of them is removed. */
  HoldBackups.Request holding(List<String> backups) {
    if (!remove.isEmpty()) {
      throw new InputRejected(
          "CLI016", "--release", "it can't be together with --remove", "one approval for each");
    }
    return new HoldBackups.Request(store, estate.folder(), environment, backups);
  }

  /** What was asked. */
  PruneBackups.Request request() {
    return new PruneBackups.Request(
        store, estate.folder(), environment, remove, drills, sealingKey);
  }
}
