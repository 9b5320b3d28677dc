package dev.interlock.cli.estate;

import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.cli.terminal.ResultFile;
import dev.interlock.estate.EstateSchemas;
import dev.interlock.estate.Kind;
import dev.interlock.finding.Fault;
import dev.interlock.finding.Suggestion;
import dev.interlock.usecases.InputRejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
      "Prints the JSON Schema (2020-12) of an estate's documents.",
      "",
      "Without KIND one schema for all kinds. Editors that know the YAML language server take it"
          + " for every file of the estate's folder."
    },
    footer = {
      "",
      "Examples:",
      "  interlock estate schema > estate.schema.json",
      "  interlock estate schema Plant",
      "  interlock estate schema --out schemas/%n"
    })
public final class EstateSchemaCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(
      paramLabel = "KIND",
      arity = "0..1",
      description = "A kind of document, such as Plant.")
  private @Nullable String kind;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Writes one file for each kind there, and estate.schema.json for all.")
  private @Nullable Path out;

  /** Runs with these streams. */
  public EstateSchemaCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    EstateSchemas schemas = new EstateSchemas();
    if (out != null) {
      writeAll(schemas, out);
    } else {
      String text = kind == null ? schemas.combined() : schemas.of(kindOf(kind));
      invocation.out().line(text.stripTrailing());
    }
    return ExitCode.GOOD;
  }

  private void writeAll(EstateSchemas schemas, Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new Fault("CLI002", "cannot make " + folder + ": " + e.getMessage(), e);
    }
    List<Kind> kinds = kind == null ? List.of(Kind.values()) : List.of(kindOf(kind));
    for (Kind each : kinds) {
      write(folder.resolve(each.word() + ".schema.json"), schemas.of(each));
    }
    if (kind == null) {
      write(folder.resolve("estate.schema.json"), schemas.combined());
    }
  }

  private void write(Path file, String schema) {
    ResultFile.write(file, writer -> writer.write(schema.stripTrailing() + "\n"));
    invocation.out().line(file.toString());
  }

  private static Kind kindOf(String word) {
    for (Kind each : Kind.values()) {
      if (each.word().equalsIgnoreCase(word)) {
        return each;
      }
    }
    List<String> words = Arrays.stream(Kind.values()).map(Kind::word).toList();
    throw new InputRejected(
        "CLI011",
        word,
        "there is no such kind of document",
        Suggestion.didYouMean(word, words).orElse("kinds: " + String.join(", ", words)));
  }
}
