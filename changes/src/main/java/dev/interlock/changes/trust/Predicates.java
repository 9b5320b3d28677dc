package dev.interlock.changes.trust;

import dev.interlock.document.Document;
import dev.interlock.document.DocumentReader;
import dev.interlock.document.MappingNode;
import dev.interlock.evidence.EvidenceCodec;
import dev.interlock.evidence.Predicate;
import dev.interlock.evidence.PredicateKind;
import dev.interlock.finding.Diagnostic;
import dev.interlock.ledger.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what statements say. */
final class Predicates {

  private final EvidenceCodec codec = new EvidenceCodec();
  private final DocumentReader reader = DocumentReader.standard();

  /**
   * What came of it.
   *
   * @param known the gate knows its kind
   * @param predicate null when it can't be read
   * @param environment that it names, readable or not; null when that can't be told
   * @param budget that it names, readable or not; null when that can't be told
   * @param problem why it can't be read; empty when it can
   */
  record Read(
      boolean known,
      @Nullable Predicate predicate,
      @Nullable String environment,
      @Nullable String budget,
      String problem) {}

  Read read(Statement statement, String name) {
    List<Diagnostic> problems = new ArrayList<>();
    List<Document> documents = new ArrayList<>();
    problems.addAll(reader.read(statement.predicate().utf8(), name, documents::add));
    boolean sound = documents.size() == 1 && problems.isEmpty();
    MappingNode mapping =
        sound && documents.getFirst().root() instanceof MappingNode whole ? whole : null;
    String environment = mapping == null ? null : mapping.text("environment");
    String budget = mapping == null ? null : mapping.text("budget");
    Optional<PredicateKind> kind = PredicateKind.ofTypeUri(statement.predicateType());
    if (kind.isEmpty()) {
      String problem = "the gate knows no evidence of type " + statement.predicateType();
      return new Read(false, null, environment, budget, problem);
    }
    Predicate predicate =
        sound
            ? codec.read(kind.get(), documents.getFirst().root(), name, problems::add).orElse(null)
            : null;
    return new Read(
        true, predicate, environment, budget, predicate == null ? problem(problems) : "");
  }

  private static String problem(List<Diagnostic> problems) {
    return "it can't be read: "
        + (problems.isEmpty() ? "it is no mapping" : problems.getFirst().message());
  }
}
