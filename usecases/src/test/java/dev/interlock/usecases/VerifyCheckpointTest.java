package dev.interlock.usecases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.FileLedger;
import dev.interlock.ledger.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A checkpoint from elsewhere is believed when a key says so and it continues what was kept. */
class VerifyCheckpointTest {

  private static final SigningKey KEY = SigningKey.ofSeed(new byte[32]);
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-21T10:00:00Z"));

  @TempDir private Path folder = Path.of("");

  private Path key() throws IOException {
    return Files.writeString(folder.resolve("key.pub"), KEY.verificationKey().toPem());
  }

  private FileLedger ledger(String name, String origin, String... entries) {
    FileLedger ledger = FileLedger.open(folder.resolve(name), origin, KEY, CLOCK);
    List.of(entries).forEach(entry -> ledger.append(Bytes.utf8(entry)));
    return ledger;
  }

  private Path kept(FileLedger ledger) throws IOException {
    return Files.writeString(folder.resolve("kept.txt"), ledger.checkpoint().note());
  }

  private VerifyCheckpoint.Found found(Path kept, FileLedger latest) throws IOException {
    return new VerifyCheckpoint(List.of(key()), kept)
        .run(
            "there",
            Bytes.utf8(latest.checkpoint().note()),
            (from, to) -> latest.consistency(from, to).path().stream().map(Bytes::base64).toList());
  }

  @Test
  void a_ledger_that_grew_continues_what_was_kept() throws IOException {
    try (FileLedger ledger = ledger("a", "example.com/a", "one", "two", "three")) {
      Path kept = kept(ledger);
      assertThat(found(kept, ledger).problems()).isEmpty();
      ledger.append(Bytes.utf8("four"));
      assertThat(found(kept, ledger))
          .isEqualTo(
              new VerifyCheckpoint.Found("example.com/a", 4, CLOCK.instant(), 3L, List.of()));
    }
  }

  @Test
  void a_ledger_that_was_rolled_back_or_rewritten_does_not_hold() throws IOException {
    try (FileLedger ledger = ledger("a", "example.com/a", "one", "two", "three");
        FileLedger shorter = ledger("b", "example.com/a", "one", "two");
        FileLedger other = ledger("c", "example.com/a", "one", "2", "three", "four");
        FileLedger foreign = ledger("d", "example.com/b", "one", "two", "three")) {
      Path kept = kept(ledger);
      assertThat(found(kept, shorter).problems())
          .singleElement()
          .asString()
          .contains("rolled back");
      assertThat(found(kept, other).problems()).singleElement().asString().contains("older");
      assertThat(found(kept, foreign).problems()).singleElement().asString().contains("another");
    }
  }

  @Test
  void a_proof_that_is_none_and_a_note_that_is_none_are_refused() throws IOException {
    try (FileLedger ledger = ledger("a", "example.com/a", "one", "two", "three")) {
      Path kept = kept(ledger);
      ledger.append(Bytes.utf8("four"));
      Bytes note = Bytes.utf8(ledger.checkpoint().note());
      VerifyCheckpoint verify = new VerifyCheckpoint(List.of(key()), kept);
      assertThat(verify.run("there", note, (_, _) -> List.of("no base64!")).holds()).isFalse();
      assertThat(verify.run("there", note, (_, _) -> List.of()).holds()).isFalse();
      assertThatThrownBy(() -> verify.run("there", Bytes.utf8("hello"), (_, _) -> List.of()))
          .isInstanceOf(InputRejected.class);
    }
  }
}
