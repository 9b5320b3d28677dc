package dev.interlock.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.ledger.Recovery.SetAside;
import dev.interlock.ledger.Verification.Answer;
import dev.interlock.ledger.Verification.Tail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries behind the last checkpoint: for what the writer did not write nobody ever vouches. */
class UncoveredTailTest {

  private static final LedgerVerifier VERIFIER = LedgerVerifier.trusting(Samples.PUBLIC);

  @TempDir Path directory;

  private Path file = Path.of("");
  private SignedCheckpoint kept = SignedCheckpoint.sign(emptyState(), Samples.KEY);

  private static Checkpoint emptyState() {
    return Checkpoint.of(Samples.ORIGIN, 0, Bytes.of(new byte[32]), null);
  }

  @BeforeEach
  void a_ledger_with_two_batches() {
    file = directory.resolve("erp.ledger");
    try (Ledger ledger = Samples.open(file)) {
      ledger.append(texts("a", "b"));
      kept = ledger.append(texts("c", "d")).checkpoint();
    }
  }

  @Test
  void forged_entry_at_the_end_is_reported_as_covered_by_nothing() throws IOException {
    long end = Files.size(file);
    append(Forger.frame(end, 'E', bytes("forged go")));
    Verification found = VERIFIER.verify(file);
    assertThat(found.answer()).isEqualTo(Answer.HOLDS_IN_PART);
    assertThat(found.holds()).isFalse();
    assertThat(found.entries()).isEqualTo(4);
    assertThat(found.tail()).contains(new Tail(end, 9 + 9, 1, 0));
  }

  @Test
  void forged_entries_are_set_aside_and_never_covered() throws IOException {
    for (char kind : "ES".toCharArray()) {
      long end = Files.size(file);
      byte[] forged = Forger.frame(end, kind, bytes("x".repeat(Forger.SEAL) + "forged go"));
      append(forged);
      try (FileLedger ledger = Samples.open(file)) {
        SetAside aside = ledger.recovery().setAside().orElseThrow();
        assertThat(ledger.recovery().adoptedEntries()).isZero();
        assertThat(aside.entries()).isEqualTo(1);
        assertThat(aside.savedTo().getFileName().toString()).contains(".uncovered-" + end);
        assertThat(aside.savedTo()).hasBinaryContent(forged);
        ledger.append(Bytes.utf8("honest"));
        assertThat(Samples.all(ledger)).extracting(Bytes::utf8).doesNotContain("forged go");
      }
      assertThat(VERIFIER.verifySince(file, kept).holds()).isTrue();
    }
  }

  @Test
  void writers_own_entries_are_adopted_up_to_the_first_that_is_not_its_own() throws IOException {
    cutLastCheckpoint();
    append(Forger.frame(Files.size(file), 'E', bytes("forged")));
    try (FileLedger ledger = Samples.open(file)) {
      assertThat(ledger.recovery().adoptedEntries()).isEqualTo(2);
      assertThat(ledger.recovery().setAside().orElseThrow().entries()).isEqualTo(1);
      assertThat(Samples.all(ledger)).isEqualTo(texts("a", "b", "c", "d"));
    }
    assertThat(VERIFIER.verifySince(file, kept).holds()).isTrue();
  }

  @Test
  void own_entries_in_another_order_are_not_adopted() throws IOException {
    cutLastCheckpoint();
    Forger forger = new Forger(file);
    int first = forger.entry("c");
    Forger.Frame moved = forger.frames().remove(first);
    forger.frames().add(moved);
    forger.write();
    try (FileLedger ledger = Samples.open(file)) {
      assertThat(ledger.recovery().adoptedEntries()).isZero();
      assertThat(ledger.recovery().setAside().orElseThrow().entries()).isEqualTo(2);
    }
  }

  @Test
  void entries_that_another_key_sealed_are_not_adopted() throws IOException {
    cutLastCheckpoint();
    SigningKey next = Samples.key("next");
    try (FileLedger ledger =
        FileLedger.open(file, Samples.ORIGIN, next, List.of(Samples.PUBLIC), Samples.CLOCK)) {
      assertThat(ledger.recovery().adoptedEntries()).isZero();
      assertThat(ledger.recovery().setAside().orElseThrow().entries()).isEqualTo(2);
    }
  }

  @Test
  void damaged_last_checkpoint_leaves_a_tail_that_a_kept_checkpoint_proves() throws IOException {
    byte[] content = Files.readAllBytes(file);
    content[content.length - 5] ^= 1;
    Files.write(file, content);
    Verification found = VERIFIER.verify(file);
    assertThat(found.answer()).isEqualTo(Answer.HOLDS_IN_PART);
    assertThat(found.entries()).isEqualTo(2);
    Verification since = VERIFIER.verifySince(file, kept);
    assertThat(since.entries()).isEqualTo(4);
    assertThat(since.tail().orElseThrow().entries()).isZero();
    assertThat(since.tail().orElseThrow().torn()).isPositive();
  }

  /** Padding with made-up entries must not hide that acknowledged ones are gone. */
  @Test
  void made_up_entries_before_a_hole_do_not_turn_damage_into_a_torn_tail() throws IOException {
    byte[] content = Files.readAllBytes(file);
    cutLastBatch();
    int from = (int) Files.size(file);
    for (int at = from; at < from + 3 * 9; at += 9) {
      System.arraycopy(Forger.frame(at, 'E', new byte[0]), 0, content, at, 9);
    }
    Files.write(file, content);
    assertThat(VERIFIER.verify(file).answer()).isEqualTo(Answer.DOES_NOT_HOLD);
    FileLedgerTest.assertError(LedgerError.CORRUPTED, () -> Samples.open(file));
  }

  @Test
  void patient_verification_follows_a_writer_to_its_checkpoint() throws Exception {
    byte[] content = Files.readAllBytes(file);
    cutLastCheckpoint();
    int covered = (int) Files.size(file);
    Thread writer =
        Thread.ofPlatform()
            .start(() -> {
              try {
                Files.write(
                    file,
                    Arrays.copyOfRange(content, covered, content.length),
                    StandardOpenOption.APPEND);
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    Verification found = VERIFIER.withPatience().verify(file);
    writer.join();
    assertThat(found.holds()).isTrue();
    assertThat(found.entries()).isEqualTo(4);
  }

  private void cutLastCheckpoint() throws IOException {
    Forger forger = new Forger(file);
    forger.frames().remove(forger.checkpoint(2));
    forger.write();
  }

  private void cutLastBatch() throws IOException {
    Forger forger = new Forger(file);
    forger.frames().subList(forger.entry("c"), forger.frames().size()).clear();
    forger.write();
  }

  private void append(byte[] bytes) throws IOException {
    Files.write(file, bytes, StandardOpenOption.APPEND);
  }

  private static byte[] bytes(String text) {
    return Bytes.utf8(text).toArray();
  }

  private static List<Bytes> texts(String... texts) {
    return List.of(texts).stream().map(Bytes::utf8).toList();
  }
}
