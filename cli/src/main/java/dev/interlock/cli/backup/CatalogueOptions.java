package dev.interlock.cli.backup;

import dev.interlock.cli.options.InputFile;
import dev.interlock.usecases.ToolCatalogue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where other tools keep backups. */
public final class CatalogueOptions {

  @Option(
      names = "--pgbackrest",
      paramLabel = "STANZA",
      description = "Backups that pgBackRest keeps, by its name for the server.")
  private @Nullable String stanza;

  @Option(
      names = "--pgbackrest-config",
      paramLabel = "FILE",
      converter = InputFile.class,
      description = "File of pgBackRest's settings; the one that it finds itself when absent.")
  private @Nullable Path stanzas;

  @Option(
      names = "--pgbackrest-repo",
      paramLabel = "NUMBER",
      description = "Which of pgBackRest's repositories; the first when absent.")
  private int repository = 1;

  @Option(
      names = "--barman",
      paramLabel = "SERVER",
      description = "Backups that Barman keeps, by its name for the server.")
  private @Nullable String server;

  @Option(
      names = "--barman-config",
      paramLabel = "FILE",
      converter = InputFile.class,
      description = "File of Barman's settings; the one that it finds itself when absent.")
  private @Nullable Path servers;

  /** All that are named; empty when none is. */
  public List<ToolCatalogue> catalogues() {
    List<ToolCatalogue> named = new ArrayList<>();
    if (stanza != null) {
      named.add(ToolCatalogue.pgBackRest(stanza, stanzas, Math.max(1, repository)));
    }
    if (server != null) {
      named.add(ToolCatalogue.barman(server, servers));
    }
    return named;
  }
}
