package dev.interlock.ledger;

import static dev.interlock.ledger.FileLedgerTest.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.ledger.Verification.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Checkpoints that state another number of entries than there are, signed with the ledger's own
 * key: a signature does not make them true.
 */
class LyingSizeTest {

  private static final LedgerVerifier VERIFIER = LedgerVerifier.trusting(Samples.PUBLIC);

  @TempDir Path directory;

  private Path file;
  private SignedCheckpoint first;
  private SignedCheckpoint last;

  @BeforeEach
  void a_ledger_of_three_entries() {
    file = directory.resolve("erp.ledger");
    try (Ledger ledger = Samples.open(file)) {
      first = ledger.append(Bytes.utf8("a")).checkpoint();
      last = ledger.append(List.of(Bytes.utf8("b"), Bytes.utf8("c"))).checkpoint();
    }
  }

  /** The last checkpoint with another size. */
  private SignedCheckpoint lie(long size) {
    Checkpoint lying =
        Checkpoint.of(Samples.ORIGIN, size, last.checkpoint().root(), null).after(first);
    return SignedCheckpoint.sign(lying, Samples.KEY);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 4, 1L << 31, 1L << 32, Long.MAX_VALUE})
  void checkpoint_in_the_file_that_lies_is_found_and_the_ledger_not_opened(long size)
      throws IOException {
    Forger forger = new Forger(file);
    forger.frames().set(forger.checkpoint(2), Forger.Frame.of('C', lie(size).note()));
    forger.write();
    assertThat(VERIFIER.verify(file).holds()).isFalse();
    assertThat(VERIFIER.withEverySignature().verify(file).holds()).isFalse();
    assertError(LedgerError.CORRUPTED, () -> Samples.open(file));
    assertError(LedgerError.CORRUPTED, () -> FileLedger.view(file, List.of(Samples.PUBLIC)));
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 1L << 32, Long.MAX_VALUE})
  void kept_checkpoint_of_more_than_there_is_tells_of_a_rollback(long size) {
    Failure failure = VERIFIER.verifySince(file, lie(size)).failure().orElseThrow();
    assertThat(failure.reason()).startsWith("rolled back");
    assertThat(failure.first()).isEqualTo(3);
    assertThat(failure.last()).isEqualTo(size - 1);
  }

  private static boolean lying(InclusionProof proof, long size, Bytes root) {
    return new InclusionProof(1, size, proof.path()).proves(Bytes.utf8("b"), root);
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 5, Long.MAX_VALUE})
  void proof_under_a_checkpoint_that_lies_proves_nothing(long size) {
    try (LedgerView ledger = FileLedger.view(file, List.of(Samples.PUBLIC))) {
      InclusionProof proof = ledger.inclusion(1, 3);
      Bytes root = last.checkpoint().root();
      assertThat(proof.proves(Bytes.utf8("b"), root)).isTrue();
      assertThat(lying(proof, size, root)).isFalse();
    }
  }
}
