package dev.interlock.cli.estate;

import dev.interlock.cli.options.OutputFolder;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.cli.terminal.ResultFile;
import dev.interlock.finding.Fault;
import dev.interlock.usecases.ActionCode;
import dev.interlock.usecases.PublishSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code estate schema}: the JSON Schemas by which editors complete and check. */
@Command(
    name = "schema",
    sortOptions = false,
    description = {
      "Prints the JSON Schema (2020-12) of an estate's documents, of a change request, or of"
          + " evidence.",
      "",
      "Without KIND one schema for all kinds of an estate. Editors that know the YAML language server take it"
          + " for every file of the estate's folder."
    },
    footer = {
      "",
      "Examples:",
      "  interlock estate schema > estate.schema.json",
      "  interlock estate schema Plant",
      "  interlock estate schema Change > change.schema.json",
      "  interlock estate schema drill > drill.schema.json",
      "  interlock estate schema --out schemas/%n"
    })
public final class EstateSchemaCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(
      paramLabel = "KIND",
      arity = "0..1",
      description =
          "A kind of document, such as Plant; or Change; or a kind of evidence, such as drill.")
  private @Nullable String kind;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      converter = OutputFolder.class,
      description = "Writes one file for each kind there, and estate.schema.json for all.")
  private @Nullable Path out;

  /** Runs with these streams. */
  public EstateSchemaCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    PublishSchemas schemas = new PublishSchemas();
    if (out != null) {
      writeAll(schemas, out);
    } else {
      String schema = kind == null ? schemas.combined() : schemas.of(kind);
      invocation.out().line(schema.stripTrailing());
    }
    return ExitCode.GOOD;
  }

  private void writeAll(PublishSchemas schemas, Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new Fault(
          ActionCode.CANNOT_WRITE.code(), "cannot make " + folder + ": " + e.getMessage(), e);
    }
    for (String each : kind == null ? schemas.words() : List.of(kind)) {
      write(folder.resolve(schemas.word(each) + ".schema.json"), schemas.of(each));
    }
    if (kind == null) {
      write(folder.resolve("estate.schema.json"), schemas.combined());
    }
  }

  private void write(Path file, String schema) {
    ResultFile.write(file, writer -> writer.write(schema.stripTrailing() + "\n"));
    invocation.out().line(file.toString());
  }
}
