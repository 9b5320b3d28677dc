package dev.interlock.usecases;

import dev.interlock.document.Document;
import dev.interlock.document.DocumentReader;
import dev.interlock.document.RecordBinder;
import dev.interlock.finding.Diagnostic;
import dev.interlock.ledger.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A JSON file of a pack.
 *
 * @param value what it says; empty when it can't be read
 * @param problems what is wrong with it
 */
record PackDocument<T>(Optional<T> value, List<Diagnostic> problems) {

  PackDocument {
    problems = List.copyOf(problems);
  }

  /** Reads a file whose content has this form. */
  static <T> PackDocument<T> read(Class<T> type, Bytes json, String name) {
    List<Document> documents = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    problems.addAll(DocumentReader.standard().read(json.utf8(), name, documents::add));
    Optional<T> value =
        documents.size() == 1
            ? new RecordBinder().bind(type, documents.getFirst().root(), name, problems::add)
            : Optional.empty();
    return new PackDocument<>(value, problems);
  }
}
