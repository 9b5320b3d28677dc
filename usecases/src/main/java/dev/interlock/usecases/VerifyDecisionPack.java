package dev.interlock.usecases;

import dev.interlock.evidence.DecisionRecord;
import dev.interlock.evidence.PredicateKind;
import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.EntryProof;
import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.FilePack;
import dev.interlock.ledger.Statement;
import dev.interlock.ledger.VerificationKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipFile;

/**
 * Verifies a decision's pack as far as files and keys prove it: who signed the decision, and that
 * the files are those that the signed decision was derived from. That it follows from them is
 * proven by {@link ReplayDecision}.
 */
public final class VerifyDecisionPack {

  /**
   * What was found.
   *
   * @param files how many files are listed
   * @param signed true when the pack holds a signed decision
   * @param signers which of the trusted keys signed it
   * @param ledger where the decision is proven to be recorded; empty when nothing in the pack
   *     proves that it is
   * @param problems everything that does not hold, one sentence each
   */
  public record Found(
      int files,
      boolean signed,
      Set<VerificationKey> signers,
      Optional<EntryProof> ledger,
      List<String> problems) {
    public Found {
      signers = Set.copyOf(signers);
      problems = List.copyOf(problems);
    }

    /** True when there is no problem. */
    public boolean holds() {
      return problems.isEmpty();
    }
  }

  /** True when the ZIP holds a decision; false also when it cannot be read. */
  public static boolean recognises(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.getEntry(DecisionPack.CONTENTS) != null
          && zip.getEntry(DecisionPack.DECISION) != null;
    } catch (IOException _) {
      return false;
    }
  }

  /**
   * Verifies.
   *
   * @param keys files with public keys; one of them must have signed the decision
   * @throws InputRejected when a file is not what it should be
   * @throws dev.interlock.finding.Fault when a file cannot be read
   */
  public Found run(Path pack, List<Path> keys) {
    List<VerificationKey> trusted = VerifyLedger.keys(keys);
    return LedgerFiles.reading(
        pack, file -> found(FilePack.check(file, VouchedFiles::needs), trusted));
  }

  private static Found found(FilePack pack, List<VerificationKey> trusted) {
    List<String> problems = new ArrayList<>(pack.problems());
    Bytes signed = pack.files().get(DecisionPack.SIGNED);
    if (signed == null) {
      // A manifest that anybody can write proves nothing by itself.
      problems.add("nobody signed the decision");
      return new Found(pack.count(), false, Set.of(), Optional.empty(), problems);
    }
    Envelope envelope = Envelope.parse(signed.toArray());
    Set<VerificationKey> signers = envelope.signedBy(trusted);
    if (signers.isEmpty()) {
      problems.add(DecisionPack.SIGNED + " is not signed by a trusted key");
    }
    Bytes stated = Bytes.utf8(envelope.statement().predicate().utf8() + "\n");
    if (!Objects.equals(stated, pack.files().get(DecisionPack.DECISION))) {
      problems.add(DecisionPack.DECISION + " is not the decision that was signed");
    }
    problems.addAll(unvouched(pack, envelope.statement()));
    Bytes text = pack.files().get(DecisionPack.PROOF);
    Optional<EntryProof> proof =
        PackedProof.of(DecisionPack.PROOF, text, signed, "the decision", trusted, problems);
    return new Found(pack.count(), true, signers, proof, problems);
  }

  /** What is wrong with the files when the signed decision is taken at its word. */
  private static List<String> unvouched(FilePack pack, Statement statement) {
    if (!statement.predicateType().equals(PredicateKind.DECISION.typeUri())) {
      return List.of(DecisionPack.SIGNED + " is no decision: " + statement.predicateType());
    }
    var decision =
        PackDocument.read(DecisionRecord.class, statement.predicate(), DecisionPack.SIGNED);
    var contents =
        PackDocument.read(
            DecisionPack.Contents.class,
            pack.files().getOrDefault(DecisionPack.CONTENTS, Bytes.utf8("")),
            DecisionPack.CONTENTS);
    if (decision.value().isEmpty() || contents.value().isEmpty()) {
      String file = decision.value().isEmpty() ? DecisionPack.SIGNED : DecisionPack.CONTENTS;
      return List.of(file + " can't be read, so nobody can tell what it vouches for");
    }
    PackedList.Compared compared =
        VouchedFiles.compare(pack, decision.value().get(), contents.value().get());
    List<String> problems = new ArrayList<>(compared.problems());
    compared.strangers().forEach(file -> problems.add("nothing vouches for " + file));
    return problems;
  }
}
