package dev.interlock.changes;

import dev.interlock.changes.request.ChangeChecks;
import dev.interlock.document.Document;
import dev.interlock.document.DocumentHeader;
import dev.interlock.document.DocumentReader;
import dev.interlock.document.Draft;
import dev.interlock.document.RecordBinder;
import dev.interlock.estate.Estate;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Diagnostics;
import dev.interlock.finding.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads change requests. Safe for use by several threads. */
public final class ChangeReader {

  /** The {@code kind} of a change request. */
  public static final String KIND = "Change";

  private final DocumentReader reader = DocumentReader.standard();
  private final RecordBinder binder = new RecordBinder();

  /**
   * Reads the one change in a text and checks it against the estate.
   *
   * @param file how diagnostics call it
   */
  public ChangeReading read(String text, String file, Estate estate) {
    return reading(text, file, estate);
  }

  /**
   * Reads the one change in a text as it is written: whoever has the estate checks it against that.
   *
   * @param file how diagnostics call it
   */
  public ChangeReading read(String text, String file) {
    return reading(text, file, null);
  }

  private ChangeReading reading(String text, String file, @Nullable Estate estate) {
    Diagnostics diagnostics = new Diagnostics();
    List<Document> documents = new ArrayList<>();
    diagnostics.addAll(reader.read(text, file, documents::add));
    if (documents.size() != 1) {
      if (!diagnostics.hasErrors()) {
        diagnostics.add(
            ChangeCode.NO_CHANGE.at(
                SourceRef.file(file),
                "expected one document of kind Change, found " + documents.size(),
                "write each change into a file of its own"));
      }
      return ChangeReading.nothing(diagnostics.sorted());
    }
    return read(documents.getFirst(), estate, diagnostics);
  }

  private ChangeReading read(Document document, @Nullable Estate estate, Diagnostics diagnostics) {
    Optional<DocumentHeader> header = binder.headerDraft(document, diagnostics::add);
    if (header.isEmpty()) {
      return ChangeReading.nothing(diagnostics.sorted());
    }
    DocumentHeader found = header.get();
    if (!found.kind().equals(KIND)) {
      diagnostics.add(
          ChangeCode.NO_CHANGE.at(
              found.source(), "expected kind Change, found " + found.kind(), null));
      return ChangeReading.nothing(diagnostics.sorted());
    }
    Draft<Change> draft =
        binder.draft(Change.class, found.spec(), document.file(), diagnostics::add);
    if (estate != null) {
      diagnostics.addAll(draft.agreed(change -> checked(change, found, estate)));
    }
    Change change = diagnostics.hasErrors() ? null : draft.record().orElse(null);
    String name = found.whole() ? found.name() : null;
    return new ChangeReading(name, change, found.source(), diagnostics.sorted());
  }

  private static List<Diagnostic> checked(Change change, DocumentHeader header, Estate estate) {
    List<Diagnostic> wrong = new ArrayList<>();
    new ChangeChecks(change, header.spec(), header.source().file(), estate, wrong::add).run();
    return wrong;
  }
}
