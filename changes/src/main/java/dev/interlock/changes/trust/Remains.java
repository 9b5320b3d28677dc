package dev.interlock.changes.trust;

import dev.interlock.document.Document;
import dev.interlock.document.DocumentReader;
import dev.interlock.document.MappingNode;
import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.LedgerException;
import dev.interlock.ledger.Statement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be told of a file that is no signed envelope.
 *
 * @param mapping its whole content; null when it is no well-formed mapping
 */
record Remains(Bytes bytes, @Nullable MappingNode mapping) {

  private static final DocumentReader READER = DocumentReader.standard();

  static Remains of(byte[] bytes, String name) {
    List<Document> documents = new ArrayList<>();
    boolean sound =
        READER.read(new String(bytes, StandardCharsets.UTF_8), name, documents::add).isEmpty();
    return new Remains(
        Bytes.of(bytes),
        sound && documents.size() == 1 && documents.getFirst().root() instanceof MappingNode whole
            ? whole
            : null);
  }

  /** A statement that nobody signed: bare, or in an envelope without signatures. */
  Optional<Statement> statement() {
    try {
      String payload = mapping == null ? null : mapping.text("payload");
      return Optional.of(
          Statement.parse(payload == null ? bytes.toArray() : Base64.getDecoder().decode(payload)));
    } catch (LedgerException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * True unless it is whole and plainly something else. What is cut off is never whole, so a
   * refusal that lost its end is not taken for something else.
   */
  boolean mayBeEvidence() {
    return mapping == null
        || mapping.get("payload") != null
        || mapping.get("payloadType") != null
        || mapping.get("signatures") != null;
  }
}
