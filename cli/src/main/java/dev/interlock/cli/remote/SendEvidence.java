package dev.interlock.cli.remote;

import dev.interlock.ledger.Bytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends a piece of evidence once, however often it is run. */
public final class SendEvidence {

  private final Api api;

  /** Sends there. */
  public SendEvidence(Api api) {
    this.api = api;
  }

  /** Sends; why it does not count by the server's estate, or null when it does. */
  public @Nullable String run(EvidencePiece piece) {
    Message message =
        Message.of(piece.envelope())
            .with("Idempotency-Key", "evidence-" + sha256(piece.envelope()))
            .named(Map.of("the body", piece.name()));
    Part answer = api.send("POST", "/evidence", message).json();
    if (answer.flag("counts")) {
      return null;
    }
    String why = answer.textOrNull("why");
    return why == null ? "the server does not say why" : why;
  }

  private static String sha256(Bytes content) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(content.toArray()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
