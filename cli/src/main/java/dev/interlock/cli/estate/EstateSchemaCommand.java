package dev.interlock.cli.estate;

import dev.interlock.changes.ChangeReader;
import dev.interlock.changes.ChangeSchema;
import dev.interlock.cli.options.OutputFolder;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.cli.terminal.ResultFile;
import dev.interlock.estate.EstateSchemas;
import dev.interlock.estate.Kind;
import dev.interlock.evidence.EvidenceSchemas;
import dev.interlock.evidence.PredicateKind;
import dev.interlock.finding.Fault;
import dev.interlock.finding.Suggestion;
import dev.interlock.usecases.ActionCode;
import dev.interlock.usecases.InputRejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
    EstateSchemas schemas = new EstateSchemas();
    if (out != null) {
      writeAll(schemas, out);
    } else {
      invocation.out().line(text(schemas, kind).stripTrailing());
    }
    return ExitCode.GOOD;
  }

  private static String text(EstateSchemas schemas, @Nullable String kind) {
    if (kind == null) {
      return schemas.combined();
    }
    Optional<PredicateKind> evidence = PredicateKind.ofWord(kind);
    if (evidence.isPresent()) {
      return new EvidenceSchemas().of(evidence.get());
    }
    return isChange(kind) ? ChangeSchema.text() : schemas.of(kindOf(kind));
  }

  private static boolean isChange(String kind) {
    return kind.equalsIgnoreCase(ChangeReader.KIND);
  }

  private void writeAll(EstateSchemas schemas, Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new Fault(
          ActionCode.CANNOT_WRITE.code(), "cannot make " + folder + ": " + e.getMessage(), e);
    }
    List<String> every = words();
    for (String each : kind == null ? every : List.of(kind)) {
      write(folder.resolve(word(each) + ".schema.json"), text(schemas, each));
    }
    if (kind == null) {
      write(folder.resolve("estate.schema.json"), schemas.combined());
    }
  }

  private void write(Path file, String schema) {
    ResultFile.write(file, writer -> writer.write(schema.stripTrailing() + "\n"));
    invocation.out().line(file.toString());
  }

  /** The word as it is written in files. */
  private static String word(String kind) {
    if (PredicateKind.ofWord(kind).isPresent()) {
      return kind;
    }
    return isChange(kind) ? ChangeReader.KIND : kindOf(kind).word();
  }

  private static List<String> words() {
    return Stream.of(
            Stream.of(Kind.values()).map(Kind::word),
            Stream.of(ChangeReader.KIND),
            Stream.of(PredicateKind.values()).map(PredicateKind::word))
        .flatMap(words -> words)
        .toList();
  }

  private static Kind kindOf(String word) {
    for (Kind each : Kind.values()) {
      if (each.word().equalsIgnoreCase(word)) {
        return each;
      }
    }
    List<String> words = words();
    throw new InputRejected(
        ActionCode.NO_KIND.code(),
        word,
        "there is no such kind of document",
        Suggestion.didYouMean(word, words).orElse("kinds: " + String.join(", ", words)));
  }
}
