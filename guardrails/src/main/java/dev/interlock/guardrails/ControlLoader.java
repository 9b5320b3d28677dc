package dev.interlock.guardrails;

import dev.interlock.document.Document;
import dev.interlock.document.DocumentHeader;
import dev.interlock.document.DocumentReader;
import dev.interlock.document.RecordBinder;
import dev.interlock.estate.Control;
import dev.interlock.estate.Entry;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Kind;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Diagnostics;
import dev.interlock.finding.SourceRef;
import dev.interlock.guardrails.load.ControlCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads and checks controls; every mistake is reported, with its place inside the file. */
public final class ControlLoader {

  /**
   * What was read.
   *
   * @param controls the usable ones
   * @param diagnostics what is wrong with the others, by place
   */
  public record Loaded(Controls controls, List<Diagnostic> diagnostics) {
    public Loaded {
      diagnostics = List.copyOf(diagnostics);
    }

    /** True when at least one control could not be used. */
    public boolean hasErrors() {
      return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
  }

  private final Diagnostics diagnostics = new Diagnostics();
  private final Map<String, Guardrail> found = new LinkedHashMap<>();
  private final ControlCheck check = new ControlCheck(ControlLoader::text, diagnostics::add);
  private final RecordBinder binder = new RecordBinder();

  private ControlLoader() {}

  /**
   * Reads controls from files, and from folders with everything below them. Documents of other
   * programs are passed over, so that a control's cases may lie beside it.
   */
  public static Loaded load(List<Path> paths) {
    ControlLoader loader = new ControlLoader();
    paths.forEach(loader::readPath);
    return loader.loaded();
  }

  /** Checks the controls of an estate that was loaded. */
  public static Loaded of(Estate estate) {
    ControlLoader loader = new ControlLoader();
    for (Entry<Control> entry : estate.entries(Control.class)) {
      loader.add(entry.name(), entry.spec(), Origin.ESTATE, entry.source());
    }
    return loader.loaded();
  }

  private Loaded loaded() {
    return new Loaded(Controls.of(found.values()), diagnostics.sorted());
  }

  private void readPath(Path path) {
    if (!Files.exists(path)) {
      diagnostics.add(
          GuardrailCode.GRD008.error(
              SourceRef.file(path.toString()), "there is no such file or folder", null));
      return;
    }
    try (Stream<Path> below = Files.walk(path)) {
      below.filter(ControlLoader::isControlFile).sorted().forEach(this::readFile);
    } catch (IOException e) {
      diagnostics.add(
          GuardrailCode.GRD010.error(
              SourceRef.file(path.toString()), "cannot be read: " + e.getMessage(), null));
    }
  }

  private static boolean isControlFile(Path path) {
    String name = path.getFileName() == null ? "" : path.getFileName().toString();
    return Files.isRegularFile(path)
        && (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"));
  }

  private void readFile(Path file) {
    List<Document> ours = new ArrayList<>();
    List<Diagnostic> problems =
        DocumentReader.standard()
            .read(
                file,
                file.toString(),
                document -> {
                  if (DocumentHeader.kindOf(document) != null) {
                    ours.add(document);
                  }
                });
    if (!ours.isEmpty()) {
      problems.forEach(diagnostics::add);
    }
    ours.forEach(this::readDocument);
  }

  private void readDocument(Document document) {
    String kind = DocumentHeader.kindOf(document);
    if (!Kind.CONTROL.word().equals(kind)) {
      diagnostics.add(
          GuardrailCode.GRD006.warning(
              document.sourceOf(document.root()),
              "a " + kind + " among controls is passed over",
              "put it into the estate"));
      return;
    }
    Optional<DocumentHeader> header = binder.header(document, diagnostics::add);
    if (header.isPresent()) {
      binder
          .bind(Control.class, header.get().spec(), document.file(), diagnostics::add)
          .ifPresent(
              control -> add(header.get().name(), control, Origin.GIVEN, header.get().source()));
    }
  }

  private void add(String name, Control control, Origin origin, SourceRef source) {
    Guardrail known = found.get(name);
    if (known != null) {
      diagnostics.add(
          GuardrailCode.GRD005.error(
              source,
              "there is another control \"" + name + "\" at " + known.source(),
              "rename one of them"));
      return;
    }
    check.check(name, control, origin, source).ifPresent(ready -> found.put(name, ready));
  }

  private static Optional<String> text(String file) {
    try {
      return Optional.of(Files.readString(Path.of(file)));
    } catch (IOException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
