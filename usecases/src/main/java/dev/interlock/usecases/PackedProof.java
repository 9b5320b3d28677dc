package dev.interlock.usecases;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.EntryProof;
import dev.interlock.ledger.LedgerException;
import dev.interlock.ledger.VerificationKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The proof in a pack that a ledger holds what was signed. */
final class PackedProof {

  private PackedProof() {}

  /**
   * The proof, when there is one and it holds; one that does not is a problem.
   *
   * @param name of the file in the pack
   * @param text what the file holds; null when there is none
   * @param what was signed, in words
   */
  static Optional<EntryProof> of(
      String name,
      @Nullable Bytes text,
      Bytes signed,
      String what,
      List<VerificationKey> trusted,
      List<String> problems) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      EntryProof proof = EntryProof.parse(text);
      if (proof.proves(signed, trusted)) {
        return Optional.of(proof);
      }
      problems.add(name + " does not prove that a ledger holds " + what);
    } catch (LedgerException e) {
      problems.add(name + ": " + e.getMessage());
    }
    return Optional.empty();
  }
}
