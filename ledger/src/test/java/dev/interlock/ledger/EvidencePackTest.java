package dev.interlock.ledger;

import static dev.interlock.ledger.FileLedgerTest.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.ledger.PackVerification.Attachment;
import dev.interlock.ledger.PackVerification.ProvenEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a pack proves, to whom, and that it is always the same. */
class EvidencePackTest {

  @TempDir Path directory;

  private SamplePack sample;
  private Path file;

  @BeforeEach
  void a_pack() throws IOException {
    sample = new SamplePack(directory);
    file = sample.write("pack.zip");
  }

  @Test
  void pack_holds_and_tells_what_it_proves() throws IOException {
    PackVerification found = EvidencePack.verify(file, SamplePack.TRUSTED);
    assertThat(found.problems()).isEmpty();
    assertThat(found.holds()).isTrue();
    assertThat(found.checkpoint().checkpoint().size()).isEqualTo(6);
    assertThat(found.entries()).extracting(ProvenEntry::index).containsExactly(0L, 1L, 5L);
    assertThat(found.entries().get(1).signers())
        .containsExactly(SamplePack.NORTH.verificationKey());
    assertThat(found.entries().get(1).sha256())
        .isEqualTo(SamplePack.sha256(SamplePack.approval().toJson().toArray()));
    assertThat(found.attachments())
        .containsExactly(
            new Attachment(
                "other.txt",
                SamplePack.sha256("something else".getBytes(StandardCharsets.UTF_8)),
                List.of()),
            new Attachment(
                "plans/plan.txt",
                SamplePack.sha256(SamplePack.PLAN.getBytes(StandardCharsets.UTF_8)),
                List.of(1L)));
  }

  @Test
  void same_content_gives_the_same_bytes_at_any_time_and_place() throws IOException {
    assertThat(Files.readAllBytes(sample.write("again.zip"))).isEqualTo(Files.readAllBytes(file));
    assertThat(SamplePack.contents(file).keySet())
        .containsExactly(
            "MANIFEST.sha256",
            "README.txt",
            "attachments/other.txt",
            "attachments/plans/plan.txt",
            "checkpoint.txt",
            "entries/000000000000.bin",
            "entries/000000000001.json",
            "entries/000000000005.bin",
            "keys/ledger.pem",
            "keys/plant-manager-north.pem",
            "proofs/000000000000.tlog-proof",
            "proofs/000000000001.tlog-proof",
            "proofs/000000000005.tlog-proof");
  }

  @Test
  void keys_in_the_pack_are_not_trusted() {
    VerificationKey stranger = Samples.key("stranger").verificationKey();
    assertThat(EvidencePack.verify(file, List.of(stranger)).problems())
        .containsExactly("checkpoint.txt is not signed by a trusted key");
  }

  @Test
  void pack_cannot_be_made_with_a_wrong_key_or_a_dangerous_name() {
    try (Ledger ledger = Samples.open(sample.ledger())) {
      assertError(
          LedgerError.WRONG_KEY, () -> EvidencePack.of(ledger, SamplePack.NORTH.verificationKey()));
      EvidencePack pack = EvidencePack.of(ledger, Samples.PUBLIC);
      assertError(LedgerError.BAD_PACK, () -> pack.attach("../x", file));
      assertError(LedgerError.BAD_PACK, () -> pack.key("a/b", Samples.PUBLIC));
      assertError(LedgerError.BAD_PACK, () -> pack.key("Ledger", Samples.PUBLIC));
      pack.attach("missing", directory.resolve("missing"));
      assertError(LedgerError.NOT_FOUND, () -> pack.writeTo(directory.resolve("none.zip")));
      assertThat(directory.resolve("none.zip")).doesNotExist();
    }
  }
}
