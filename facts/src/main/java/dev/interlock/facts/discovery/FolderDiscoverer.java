package dev.interlock.facts.discovery;

import dev.interlock.document.DocumentReader;
import dev.interlock.document.Pieces;
import dev.interlock.document.ReadOptions;
import dev.interlock.facts.Aside;
import dev.interlock.facts.Discovered;
import dev.interlock.facts.Discoverer;
import dev.interlock.facts.Reading;
import dev.interlock.facts.Resource;
import dev.interlock.facts.odoo.OdooConfigurationFile;
import dev.interlock.facts.reading.FileFacts;
import dev.interlock.facts.reading.InputFiles;
import dev.interlock.facts.reading.Problem;
import dev.interlock.facts.reading.StandardFactReader;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Diagnostics;
import dev.interlock.finding.SourceRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Looks at every file of a folder for what it may tell. */
public final class FolderDiscoverer implements Discoverer {

  private static final long LARGEST_TEXT = 4 << 20;

  @Override
  public Reading discover(
      List<String> inputs, Consumer<Resource> resources, Consumer<Discovered> others) {
    Diagnostics diagnostics = new Diagnostics();
    Look look = new Look(resources, others);
    InputFiles files = new InputFiles(diagnostics::add);
    inputs.forEach(input -> files.visit(input, (path, name) -> look.at(path, name, diagnostics)));
    return Reading.of(look.resources, look.skipped, diagnostics.sorted(), Aside.NOTHING);
  }

  private static final class Look {

    private final DocumentReader documents = DocumentReader.with(ReadOptions.exported());
    private final Consumer<Resource> sink;
    private final Consumer<Discovered> others;
    private long resources;
    private long skipped;
    private long told;

    private Look(Consumer<Resource> sink, Consumer<Discovered> others) {
      this.sink = sink;
      this.others = others;
    }

    private void at(Path path, String name, Diagnostics diagnostics) {
      String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
      long before = told + resources;
      switch (extension) {
        case "ics" -> calendar(path, name, diagnostics);
        case "conf", "cfg", "ini" -> odoo(path, name, diagnostics);
        case "yaml", "yml", "json", "jsonl", "ndjson" -> data(path, name, diagnostics);
        default -> {}
      }
      skipped += told + resources == before ? 1 : 0;
    }

    private void data(Path path, String name, Diagnostics diagnostics) {
      FileFacts facts = new FileFacts(StandardFactReader.recognisers(), sink);
      long before = told;
      Pieces pieces = new DiscoveredPieces(facts, this::tell);
      documents
          .read(path, name, StandardFactReader.LISTS, pieces)
          .forEach(p -> diagnostics.add(asWarning(p)));
      resources += facts.facts();
      if (told > before || facts.isOfFacts()) {
        facts.leftOut().forEach(problem -> diagnostics.add(asWarning(problem)));
      }
    }

    /** What can't be read is left out of a draft; that must be said, but it stops nothing. */
    private static Diagnostic asWarning(Diagnostic problem) {
      return new Diagnostic(
          problem.code(),
          Diagnostic.Level.WARNING,
          problem.source(),
          problem.message(),
          problem.hint());
    }

    private void calendar(Path path, String name, Diagnostics diagnostics) {
      CalendarLook.at(text(path, name, diagnostics), path, name).ifPresent(this::tell);
    }

    private void odoo(Path path, String name, Diagnostics diagnostics) {
      OdooConfigurationFile.read(text(path, name, diagnostics), name).ifPresent(this::tell);
    }

    private static String text(Path path, String name, Diagnostics diagnostics) {
      try {
        return Files.size(path) > LARGEST_TEXT
            ? ""
            : new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
      } catch (IOException e) {
        String message = "the file cannot be read";
        diagnostics.add(asWarning(Problem.UNREADABLE.at(SourceRef.file(name), message)));
        return "";
      }
    }

    private void tell(Discovered discovered) {
      told++;
      others.accept(discovered);
    }
  }
}
