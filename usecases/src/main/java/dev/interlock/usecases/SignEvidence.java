package dev.interlock.usecases;

import dev.interlock.changes.EvidenceSigner;
import dev.interlock.document.Document;
import dev.interlock.document.DocumentReader;
import dev.interlock.evidence.EvidenceCodec;
import dev.interlock.evidence.Predicate;
import dev.interlock.evidence.PredicateKind;
import dev.interlock.finding.Diagnostic;
import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.SigningKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Signs what somebody states: reads a predicate, checks it, puts it into a signed envelope. */
public final class SignEvidence {

  private final EvidenceCodec codec = new EvidenceCodec();
  private final EvidenceSigner signer = new EvidenceSigner();

  /**
   * What to sign.
   *
   * @param kind of evidence
   * @param predicate file with what is stated, JSON or YAML
   * @param key file of the private key, PEM
   * @param out file to write the envelope to; must not exist
   */
  public record Request(PredicateKind kind, Path predicate, Path key, Path out) {}

  /**
   * Signs and writes.
   *
   * @return what was signed
   * @throws InputRejected with everything that is wrong with the predicate or the key
   */
  public Predicate run(Request request) {
    Predicate says = predicate(request.kind(), request.predicate());
    SigningKey key = LedgerFiles.signingKey(request.key());
    write(signer.sign(says, key), request.out());
    return says;
  }

  private Predicate predicate(PredicateKind kind, Path file) {
    List<Document> documents = new ArrayList<>();
    List<Diagnostic> problems =
        new ArrayList<>(DocumentReader.standard().read(file, file.toString(), documents::add));
    if (documents.size() != 1 && problems.isEmpty()) {
      throw new InputRejected(
          ActionCode.NOT_ONE_PREDICATE.code(),
          file.toString(),
          "expected one document with what is stated, found " + documents.size(),
          "sign one piece of evidence at a time");
    }
    Optional<Predicate> says =
        documents.size() == 1
            ? codec.read(kind, documents.getFirst().root(), file.toString(), problems::add)
            : Optional.empty();
    if (says.isEmpty() || problems.stream().anyMatch(Diagnostic::isError)) {
      throw new InputRejected(problems);
    }
    return says.get();
  }

  /** Writes an envelope into a new file, and its folder where there is none. */
  static void write(Envelope envelope, Path out) {
    NewFile.write(out, envelope.toJson().toArray());
  }
}
