package dev.interlock.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is changed in a pack is found. */
@Tag("slow")
class EvidencePackTamperTest {

  @TempDir Path directory;

  private SamplePack sample;
  private Path file;

  @BeforeEach
  void a_pack() throws IOException {
    sample = new SamplePack(directory);
    file = sample.write("pack.zip");
  }

  @Test
  void changed_entry_is_found_even_when_the_manifest_was_changed_with_it() throws IOException {
    Map<String, byte[]> contents = SamplePack.contents(file);
    contents.put("entries/000000000000.bin", new byte[] {1});
    assertThat(sample.problems(contents)).hasSize(2);
    assertThat(sample.problems(SamplePack.withManifest(contents)))
        .containsExactly("entry 000000000000: the proof does not hold");
  }

  @Test
  void entry_under_another_index_is_found() throws IOException {
    Map<String, byte[]> contents = SamplePack.contents(file);
    contents.put("entries/000000000002.bin", contents.remove("entries/000000000000.bin"));
    contents.put(
        "proofs/000000000002.tlog-proof", contents.remove("proofs/000000000000.tlog-proof"));
    assertThat(sample.problems(SamplePack.withManifest(contents)))
        .containsExactly("entry 000000000002: its proof is for entry 0");
  }

  @Test
  void missing_and_foreign_files_are_named() throws IOException {
    Map<String, byte[]> contents = SamplePack.contents(file);
    contents.remove("attachments/other.txt");
    contents.remove("proofs/000000000005.tlog-proof");
    contents.put("attachments/new.txt", new byte[0]);
    assertThat(sample.problems(contents))
        .contains(
            "attachments/new.txt is not in the manifest",
            "attachments/other.txt is in the manifest but not in the pack")
        .anyMatch(problem -> problem.startsWith("entry 000000000005: "));
  }

  @Test
  void checkpoint_of_another_ledger_does_not_fit_the_proofs() throws IOException {
    Map<String, byte[]> contents = SamplePack.contents(file);
    Checkpoint other = Checkpoint.of(Samples.ORIGIN, 6, Bytes.of(new byte[32]), null);
    contents.put(
        "checkpoint.txt",
        SignedCheckpoint.sign(other, Samples.KEY).note().getBytes(StandardCharsets.UTF_8));
    assertThat(sample.problems(SamplePack.withManifest(contents)))
        .hasSize(3)
        .allMatch(problem -> problem.endsWith("its proof leads to another checkpoint"));
  }

  @Test
  void every_changed_byte_is_found_or_changes_nothing_that_counts() throws IOException {
    byte[] good = Files.readAllBytes(file);
    PackVerification expected = EvidencePack.verify(file, List.of(Samples.PUBLIC));
    Path changed = directory.resolve("changed.zip");
    int harmless = 0;
    int readme = new String(good, StandardCharsets.ISO_8859_1).indexOf("Evidence from the ledger");
    for (int at = 0; at < good.length; at += at > readme && at < readme + 4000 ? 17 : 1) {
      byte[] bytes = good.clone();
      bytes[at] ^= (byte) (1 << at % 8);
      Files.write(changed, bytes);
      try {
        PackVerification found = EvidencePack.verify(changed, List.of(Samples.PUBLIC));
        if (found.holds()) {
          assertThat(found).as("byte %d", at).isEqualTo(expected);
          harmless++;
        }
      } catch (LedgerException e) {
        assertThat(e.error().kind()).as("byte %d: %s", at, e).isEqualTo(LedgerError.Kind.INPUT);
      }
    }
    assertThat(harmless).as("times, attributes and the like").isLessThan(good.length / 8);
  }
}
