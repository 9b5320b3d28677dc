package dev.interlock.ledger;

import static dev.interlock.ledger.FileLedgerTest.assertError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.ledger.Verification.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerVerifierTest {

  private static final LedgerVerifier VERIFIER = LedgerVerifier.trusting(Samples.PUBLIC);

  @TempDir Path directory;

  private Path write(String name, SigningKey key, List<List<Bytes>> batches) {
    Path file = directory.resolve(name);
    try (Ledger ledger = FileLedger.open(file, Samples.ORIGIN, key, Samples.CLOCK)) {
      batches.forEach(ledger::append);
    }
    return file;
  }

  private static List<Bytes> texts(String... texts) {
    return List.of(texts).stream().map(Bytes::utf8).toList();
  }

  private static Failure failure(Verification verification) {
    assertThat(verification.holds()).isFalse();
    return verification.failure().orElseThrow();
  }

  @Test
  void sound_ledger_holds_with_all_its_counts() {
    Path file = write("erp", Samples.KEY, List.of(texts("a", "b"), texts("c")));
    Verification found = VERIFIER.verify(file);
    assertThat(found.holds()).isTrue();
    assertThat(found.origin()).isEqualTo(Samples.ORIGIN);
    assertThat(found.entries()).isEqualTo(3);
    assertThat(found.checkpoints()).isEqualTo(3);
    assertThat(found.latest().orElseThrow().checkpoint().size()).isEqualTo(3);
    assertThat(found.tail()).isEmpty();
  }

  @Test
  void ledger_signed_by_a_stranger_does_not_hold() {
    Path file = write("erp", Samples.key("stranger"), List.of(texts("a")));
    assertThat(failure(VERIFIER.verify(file)).reason()).contains("not signed by the ledger's key");
  }

  @Test
  void replaced_entry_with_a_fresh_checksum_is_found_by_the_checkpoint_over_it()
      throws IOException {
    Path file = write("erp", Samples.KEY, List.of(texts("a"), texts("go", "b"), texts("c")));
    Forger forger = new Forger(file);
    int entry = forger.entry("go");
    forger.frames().set(entry, forger.frames().get(entry).withEntry("no"));
    forger.write();
    Failure failure = failure(VERIFIER.verify(file));
    assertThat(failure.first()).isEqualTo(1);
    assertThat(failure.last()).isEqualTo(2);
    assertThat(failure.reason()).contains("do not hash to the root");
    assertError(LedgerError.CORRUPTED, () -> Samples.open(file));
  }

  @Test
  void forger_who_changes_nothing_leaves_a_sound_ledger() throws IOException {
    Path file = write("erp", Samples.KEY, List.of(texts("a"), texts("b", "c")));
    byte[] before = Files.readAllBytes(file);
    new Forger(file).write();
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  /** The time in a checkpoint is evidence of when its entries were there. */
  @Test
  void changed_time_in_any_checkpoint_is_found() throws IOException {
    for (int nth = 0; nth <= 3; nth++) {
      Path file = write("erp" + nth, Samples.KEY, List.of(texts("a"), texts("b"), texts("c")));
      Forger forger = new Forger(file);
      int at = forger.checkpoint(nth);
      String note = forger.frames().get(at).payload().replace("2026-11-21", "2026-11-20");
      forger.frames().set(at, new Forger.Frame('C', note));
      forger.write();
      Failure failure = failure(VERIFIER.verify(file));
      assertThat(failure.first()).isEqualTo(nth);
      assertThat(failure.reason()).contains("not signed by the ledger's key");
      assertThat(VERIFIER.withEverySignature().verify(file).failure()).contains(failure);
      assertThatThrownBy(() -> Samples.open(file)).isInstanceOf(LedgerException.class);
    }
  }

  @Test
  void checkpoint_that_was_taken_out_is_found() throws IOException {
    for (int nth = 0; nth <= 2; nth++) {
      Path file = write("erp" + nth, Samples.KEY, List.of(texts("a"), texts("b"), texts("c")));
      Forger forger = new Forger(file);
      forger.frames().remove(forger.checkpoint(nth));
      forger.write();
      assertThat(failure(VERIFIER.verify(file)).reason()).contains("does not name the one before");
      assertError(LedgerError.CORRUPTED, () -> Samples.open(file));
    }
  }

  @Test
  void checkpoint_that_was_put_in_is_found() throws IOException {
    SigningKey stranger = Samples.key("stranger");
    for (int nth = 0; nth <= 3; nth++) {
      Path file = write("erp" + nth, Samples.KEY, List.of(texts("a"), texts("b"), texts("c")));
      Forger forger = new Forger(file);
      int at = forger.checkpoint(nth);
      byte[] note = forger.frames().get(at).bytes();
      SignedCheckpoint before = SignedCheckpoint.parse(note);
      Checkpoint state = before.checkpoint();
      Checkpoint added =
          Checkpoint.of(state.origin(), state.size(), state.root(), null).after(before);
      String forged = SignedCheckpoint.sign(added, stranger).note();
      forger.frames().add(at + 1, Forger.Frame.of('C', forged));
      forger.write();
      assertThat(failure(VERIFIER.verify(file)).first()).isEqualTo(nth);
      assertThatThrownBy(() -> Samples.open(file)).isInstanceOf(LedgerException.class);
    }
  }

  @Test
  void history_rewritten_with_the_key_itself_is_found_by_a_kept_checkpoint() {
    Path truth = write("truth", Samples.KEY, List.of(texts("a"), texts("go")));
    Path lie = write("lie", Samples.KEY, List.of(texts("a"), texts("no"), texts("c")));
    SignedCheckpoint kept = VERIFIER.verify(truth).latest().orElseThrow();
    assertThat(VERIFIER.verify(lie).holds()).isTrue();
    Failure failure = failure(VERIFIER.verifySince(lie, kept));
    assertThat(failure.reason()).contains("history was rewritten");
    assertThat(failure.last()).isEqualTo(1);
  }

  @Test
  void rollback_is_found_by_a_kept_checkpoint() throws IOException {
    Path file = write("erp", Samples.KEY, List.of(texts("a", "b")));
    byte[] before = Files.readAllBytes(file);
    SignedCheckpoint kept;
    try (Ledger ledger = Samples.open(file)) {
      kept = ledger.append(texts("c", "d")).checkpoint();
    }
    assertThat(VERIFIER.verifySince(file, kept).holds()).isTrue();
    Files.write(file, before);
    assertThat(VERIFIER.verify(file).holds()).isTrue();
    Failure failure = failure(VERIFIER.verifySince(file, kept));
    assertThat(failure.first()).isEqualTo(2);
    assertThat(failure.last()).isEqualTo(3);
    assertThat(failure.reason()).startsWith("rolled back");
  }

  @Test
  void every_earlier_checkpoint_is_continued_by_the_grown_ledger() {
    Path file = directory.resolve("erp");
    List<SignedCheckpoint> kept = new ArrayList<>();
    try (Ledger ledger = Samples.open(file)) {
      kept.add(ledger.checkpoint());
      Samples.entries(10, new Random(5)).forEach(e -> kept.add(ledger.append(e).checkpoint()));
    }
    for (SignedCheckpoint checkpoint : kept) {
      assertThat(VERIFIER.verifySince(file, checkpoint).failure()).isEmpty();
    }
  }

  @Test
  void kept_checkpoint_must_be_trusted_and_of_this_ledger() {
    Path file = write("erp", Samples.KEY, List.of(texts("a")));
    Bytes root = VERIFIER.verify(file).latest().orElseThrow().checkpoint().root();
    Checkpoint elsewhere = Checkpoint.of("example.com/other", 1, root, null);
    SignedCheckpoint foreign = SignedCheckpoint.sign(elsewhere, Samples.KEY);
    assertThat(failure(VERIFIER.verifySince(file, foreign)).reason()).contains("another ledger");
    SignedCheckpoint forged = SignedCheckpoint.sign(elsewhere, Samples.key("stranger"));
    assertError(LedgerError.WRONG_KEY, () -> VERIFIER.verifySince(file, forged));
  }

  @Test
  void bad_signature_inside_an_entry_is_named_when_keys_are_given() {
    SigningKey north = Samples.key("plant manager north");
    Envelope good = Envelope.sign("text/plain", Bytes.utf8("go"), north);
    Envelope bad = new Envelope("text/plain", Bytes.utf8("no"), good.signatures());
    Envelope stranger =
        Envelope.sign("text/plain", Bytes.utf8("hm"), Samples.key("plant manager south"));
    Path file =
        write(
            "erp",
            Samples.KEY,
            List.of(
                List.of(good.toJson(), stranger.toJson(), Bytes.utf8("{no envelope")),
                List.of(good.toJson(), bad.toJson(), good.toJson())));
    assertThat(VERIFIER.verify(file).holds()).isTrue();
    Verification found = VERIFIER.withEnvelopeKeys(List.of(north.verificationKey())).verify(file);
    assertThat(failure(found).first()).isEqualTo(4);
    assertThat(failure(found).last()).isEqualTo(4);
    assertThat(failure(found).reason()).contains(north.id());
    assertThat(found.envelopes().signed()).as("below the last checkpoint that holds").isEqualTo(1);
    assertThat(found.envelopes().byOthers()).isEqualTo(1);
  }

  @Test
  void large_ledger_is_verified_in_parallel_and_its_damage_is_named() throws IOException {
    Random random = new Random(9);
    List<List<Bytes>> batches = new ArrayList<>();
    for (int batch = 0; batch < 30; batch++) {
      List<Bytes> entries = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        byte[] entry = new byte[random.nextInt(900, 1100)];
        random.nextBytes(entry);
        entries.add(Bytes.of(entry));
      }
      batches.add(entries);
    }
    Path file = write("erp", Samples.KEY, batches);
    List<Long> progress = new ArrayList<>();
    Verification found = VERIFIER.withProgress(progress::add).verify(file);
    assertThat(found.failure()).isEmpty();
    assertThat(found.entries()).isEqualTo(12_000);
    assertThat(progress).isSorted().hasSizeGreaterThan(3).endsWith(Files.size(file));
    byte[] content = Files.readAllBytes(file);
    int at = indexOf(content, batches.get(20).get(123).toArray());
    content[at + 500] ^= 4;
    Files.write(file, content);
    Failure failure = failure(VERIFIER.verify(file));
    assertThat(failure.first()).isEqualTo(20 * 400 + 123);
    assertThat(failure.offset()).isEqualTo(at - 9 - Forger.SEAL);
    assertThat(failure.reason()).contains("checksum").contains("8400 entries follows");
  }

  private static int indexOf(byte[] content, byte[] part) {
    for (int i = 0; i + part.length <= content.length; i++) {
      if (Arrays.equals(content, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new AssertionError("not found");
  }
}
