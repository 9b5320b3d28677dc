package dev.interlock.usecases;

import dev.interlock.changes.EvidenceFile;
import dev.interlock.changes.RegisterEvent.EvidenceReceived;
import dev.interlock.changes.RegisteredChange;
import dev.interlock.ledger.Bytes;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Evidence as it was filed, by the name under which decisions cite it.
 *
 * @param book that it was filed in
 */
record RegisteredEvidence(ChangeBook book) {

  /** About no single change. */
  List<EvidenceFile> shared() {
    return files(book.evidence());
  }

  /** The same, of one kind. */
  List<EvidenceFile> shared(String kind) {
    return files(book.evidence().stream().filter(each -> each.kind().equals(kind)).toList());
  }

  /** About one change, of whatever version. */
  List<EvidenceFile> about(RegisteredChange change) {
    return files(change.answers());
  }

  /** All that a decision over a change considers. */
  List<EvidenceFile> considered(RegisteredChange change) {
    return files(Stream.concat(book.evidence().stream(), change.answers().stream()).toList());
  }

  private List<EvidenceFile> files(Collection<EvidenceReceived> received) {
    Map<String, Bytes> contents =
        book.contents(received.stream().map(EvidenceReceived::sha256).distinct().toList());
    return received.stream()
        .map(each -> new EvidenceFile(each.file(), content(contents, each)))
        .distinct()
        .sorted(Comparator.comparing(EvidenceFile::name))
        .toList();
  }

  private static Bytes content(Map<String, Bytes> contents, EvidenceReceived received) {
    Bytes content = contents.get(received.sha256());
    if (content == null) {
      throw new IllegalStateException("the register gave no " + received.sha256());
    }
    return content;
  }
}
