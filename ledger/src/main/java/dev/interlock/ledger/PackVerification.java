package dev.interlock.ledger;

import java.util.List;
import java.util.Set;

/**
 * What the verification of an evidence pack found.
 *
 * @param checkpoint as the pack has it; trust it only when {@link #holds}
 * @param entries those that are proven, in the order of their index
 * @param attachments in the order of their names
 * @param problems everything that does not hold, one sentence each
 */
public record PackVerification(
    SignedCheckpoint checkpoint,
    List<ProvenEntry> entries,
    List<Attachment> attachments,
    List<String> problems) {

  /**
   * An entry that is in the ledger.
   *
   * @param index in the ledger
   * @param sha256 of the entry, in lower-case hex
   * @param signers which of the trusted keys signed it, where it is an envelope
   */
  public record ProvenEntry(long index, String sha256, Set<VerificationKey> signers) {}

  /**
   * A file that was added to the pack.
   *
   * @param name below {@code attachments/}
   * @param sha256 in lower-case hex
   * @param namedBy indexes of the proven entries that name this digest; the file is as good as they
   *     are, and proven by nothing when there is none
   */
  public record Attachment(String name, String sha256, List<Long> namedBy) {}

  /** Copies the lists. */
  public PackVerification {
    entries = List.copyOf(entries);
    attachments = List.copyOf(attachments);
    problems = List.copyOf(problems);
  }

  /** True when there is no problem. */
  public boolean holds() {
    return problems.isEmpty();
  }
}
