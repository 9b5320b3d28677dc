package dev.interlock.facts.reading;

import dev.interlock.document.DocumentReader;
import dev.interlock.document.ReadOptions;
import dev.interlock.facts.Aside;
import dev.interlock.facts.LaidInput;
import dev.interlock.facts.Reading;
import dev.interlock.facts.Resource;
import dev.interlock.facts.UnmadeFile;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Diagnostics;
import dev.interlock.finding.SourceRef;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** One run over the inputs of a user. */
final class Session {

  private final DocumentReader documents = DocumentReader.with(ReadOptions.exported());
  private final Recognisers recognisers;
  private final InputStream standardInput;
  private final Function<String, Optional<LaidInput>> places;
  private final Consumer<Resource> sink;
  private final Diagnostics diagnostics = new Diagnostics();
  private Aside aside = Aside.NOTHING;
  private boolean understood;
  private long resources;
  private long skipped;

  /**
   * Begins.
   *
   * @param places where an input lies; empty for one that is the standard input
   */
  Session(
      Recognisers recognisers,
      InputStream standardInput,
      Function<String, Optional<LaidInput>> places,
      Consumer<Resource> sink) {
    this.recognisers = recognisers;
    this.standardInput = standardInput;
    this.places = places;
    this.sink = sink;
  }

  Reading result() {
    return Reading.of(resources, skipped, diagnostics.sorted(), aside);
  }

  void input(String name) {
    try {
      places.apply(name).ifPresentOrElse(laid -> input(name, laid), () -> standardInput(name));
    } catch (InvalidPathException _) {
      diagnostics.add(Problem.UNREADABLE.at(SourceRef.file(name), "this is no name of a file"));
    }
  }

  private void standardInput(String name) {
    FileFacts file = new FileFacts(recognisers, sink);
    named(name, file, documents.read(standardInput, name, StandardFactReader.LISTS, file));
  }

  private void input(String name, LaidInput laid) {
    if (Files.isDirectory(laid.path())) {
      directory(name, laid);
    } else if (laid.unread().isEmpty()) {
      UnmadeFile.problem(laid.path(), name)
          .ifPresentOrElse(diagnostics::add, () -> file(name, laid));
    } else {
      diagnostics.addAll(laid.unread());
    }
  }

  private void file(String name, LaidInput laid) {
    FileFacts file = new FileFacts(recognisers, sink);
    named(name, file, documents.read(laid.path(), name, StandardFactReader.LISTS, file));
  }

  /** Templates that link others come first, so that what they link is not read once more. */
  private void directory(String name, LaidInput laid) {
    understood = false;
    long passedOver = skipped;
    int errors = diagnostics.sorted().size();
    skipped += laid.others();
    diagnostics.addAll(laid.unread());
    Map<String, Path> others = new LinkedHashMap<>();
    new Walk(diagnostics::add)
        .files(
            laid.path(),
            name,
            (path, file) -> {
              if (Candidate.linksTemplates(path)) {
                found(path, file);
              } else {
                others.put(file, path);
              }
            });
    others.forEach((file, path) -> found(path, file));
    if (!understood && diagnostics.sorted().size() == errors) {
      long unread = skipped - passedOver;
      String message =
          "no resource was found in this directory"
              + (unread == 0 ? "" : "; files of other kinds, not read: " + unread);
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
      diagnostics.add(Problem.unreadable(SourceRef.file(name)));
      return;
    }
    FileFacts file = new FileFacts(recognisers, sink);
    List<Diagnostic> problems = documents.read(path, name, StandardFactReader.LISTS, file);
    resources += file.facts();
    aside = aside.and(file.aside());
    boolean reported = Candidate.promisesData(path) && file.other() == null;
    understood |= file.isKnown();
    if (file.isKnown() || reported || file.isInventory()) {
      diagnostics.addAll(problems);
      diagnostics.addAll(file.wrong());
      others(file);
    }
    boolean told = reported && !(problems.isEmpty() && file.wrong().isEmpty());
    if (!file.isKnown() && !told && !file.isInventory()) {
      skipped++;
    }
  }

  /** An input that the user named: it must hold something known. */
  private void named(String name, FileFacts file, List<Diagnostic> problems) {
    resources += file.facts();
    aside = aside.and(file.aside());
    diagnostics.addAll(problems);
    diagnostics.addAll(file.wrong());
    Recognised.Other other = file.other();
    if (other != null) {
      String rest = file.facts() > 0 ? "; it is left out" : "";
      diagnostics.add(other.problem().at(SourceRef.file(name), other.message() + rest));
    } else if (!file.isKnown() && problems.isEmpty() && file.wrong().isEmpty()) {
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
    String message = "nothing in this file is a Kubernetes manifest, an Azure resource or a plan";
    return Problem.NOT_RECOGNISED.at(SourceRef.file(name), message);
  }
}
