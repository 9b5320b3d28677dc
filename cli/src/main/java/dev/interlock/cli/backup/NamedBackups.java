package dev.interlock.cli.backup;

import dev.interlock.cli.options.EstateOption;
import dev.interlock.usecases.HoldBackups;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Backups of a store, by their names. */
public final class NamedBackups {

  @Parameters(
      index = "0",
      paramLabel = "DIR",
      description =
          "The store: a folder, s3://bucket/prefix, or the address of a container of Azure.")
  private Path store = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "BACKUP",
      description = "Names of backups, as backup list tells them.")
  private List<String> backups = List.of();

  @Mixin private final EstateOption estate = new EstateOption();

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      required = true,
      description = "The environment whose backups they are.")
  private String environment = "";

  /** What was asked. */
  HoldBackups.Request request() {
    return new HoldBackups.Request(store, estate.folder(), environment, backups);
  }
}
