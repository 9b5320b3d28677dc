package dev.interlock.facts.reading;

import dev.interlock.document.DocumentReader;
import dev.interlock.document.ReadOptions;
import dev.interlock.facts.Reading;
import dev.interlock.facts.Resource;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Diagnostics;
import dev.interlock.finding.SourceRef;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** One run over the inputs of a user. */
final class Session {

  /** A bare list, and the lists of Kubernetes, Azure REST and Resource Graph. */
  private static final Set<String> LISTS = Set.of("", "items", "value", "data");

  private final DocumentReader documents = DocumentReader.with(ReadOptions.exported());
  private final Recognisers recognisers;
  private final InputStream standardInput;
  private final Path folder;
  private final Consumer<Resource> sink;
  private final Diagnostics diagnostics = new Diagnostics();
  private long resources;
  private long skipped;

  Session(
      Recognisers recognisers, InputStream standardInput, Path folder, Consumer<Resource> sink) {
    this.recognisers = recognisers;
    this.standardInput = standardInput;
    this.folder = folder;
    this.sink = sink;
  }

  Reading result() {
    return Reading.of(resources, skipped, diagnostics.sorted());
  }

  void input(String name) {
    if (name.equals("-")) {
      FileFacts file = new FileFacts(recognisers, sink);
      named("-", file, documents.read(standardInput, "-", LISTS, file));
      return;
    }
    try {
      Path path = folder.resolve(name);
      if (Files.isDirectory(path)) {
        directory(path, name);
      } else {
        FileFacts file = new FileFacts(recognisers, sink);
        named(name, file, documents.read(path, name, LISTS, file));
      }
    } catch (InvalidPathException _) {
      diagnostics.add(Problem.UNREADABLE.at(SourceRef.file(name), "this is no name of a file"));
    }
  }

  private void directory(Path path, String name) {
    long before = resources;
    long passedOver = skipped;
    int errors = diagnostics.sorted().size();
    new Walk(diagnostics::add).files(path, name, this::found);
    if (resources == before && diagnostics.sorted().size() == errors) {
      long others = skipped - passedOver;
      String message =
          "no resource was found in this directory"
              + (others == 0 ? "" : "; files of other kinds, not read: " + others);
      diagnostics.add(Problem.NOTHING_FOUND.at(SourceRef.file(name), message));
    }
  }

  /** A file in a directory: of other kinds it is only counted, unless its name promised data. */
  private void found(Path path, String name) {
    if (Candidate.isPackedData(path)) {
      String message = "this is compressed or encrypted, so nobody can tell what is in it";
      diagnostics.add(Problem.UNREADABLE.at(SourceRef.file(name), message));
      return;
    }
    try {
      if (!Candidate.mayHoldFacts(path)) {
        skipped++;
        return;
      }
    } catch (IOException _) {
      diagnostics.add(Problem.UNREADABLE.at(SourceRef.file(name), "the file cannot be read"));
      return;
    }
    FileFacts file = new FileFacts(recognisers, sink);
    List<Diagnostic> problems = documents.read(path, name, LISTS, file);
    resources += file.facts();
    boolean reported = Candidate.promisesData(path) && file.other() == null;
    if (file.facts() > 0 || reported || file.isInventory()) {
      diagnostics.addAll(problems);
      diagnostics.addAll(file.wrong());
      others(file);
    }
    boolean told = reported && !(problems.isEmpty() && file.wrong().isEmpty());
    if (file.facts() == 0 && !told && !file.isInventory()) {
      skipped++;
    }
  }

  /** An input that the user named: it must hold something known. */
  private void named(String name, FileFacts file, List<Diagnostic> problems) {
    resources += file.facts();
    diagnostics.addAll(problems);
    diagnostics.addAll(file.wrong());
    Recognised.Other other = file.other();
    if (other != null) {
      String rest = file.facts() > 0 ? "; it is left out" : "";
      diagnostics.add(other.problem().at(SourceRef.file(name), other.message() + rest));
    } else if (file.facts() == 0 && problems.isEmpty() && file.wrong().isEmpty()) {
      diagnostics.add(nothing(name, file));
    } else {
      others(file);
    }
  }

  /** Among resources, what is none is named: it may be one that was written wrongly. */
  private void others(FileFacts file) {
    Diagnostic together = file.strangers().together();
    if (together != null && (file.facts() > 0 || file.isInventory())) {
      diagnostics.add(together);
    }
  }

  private static Diagnostic nothing(String name, FileFacts file) {
    if (file.isEmptyList()) {
      return Problem.EMPTY.at(SourceRef.file(name), "the list in this file is empty");
    }
    String message = "nothing in this file is a Kubernetes manifest or an Azure resource";
    return Problem.NOT_RECOGNISED.at(SourceRef.file(name), message);
  }
}
