package dev.interlock.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.goldens.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The evidence that is checked in is what the generator makes, byte for byte. */
class SampleEvidenceTest {

  private static final Path EVIDENCE = Checkout.samples().resolve("evidence");

  @Test
  void checked_in_evidence_is_exactly_what_is_generated() throws IOException {
    if (Boolean.getBoolean("golden.update") && System.getenv("CI") == null) {
      SampleEvidence.write(EVIDENCE);
    }
    var checkedIn = new TreeMap<String, String>();
    for (String name : SampleEvidence.present(EVIDENCE)) {
      checkedIn.put(name, Files.readString(EVIDENCE.resolve(name)));
    }
    assertThat(checkedIn)
        .as(
            "-Dgolden.update=true signs anew after a change of samples/changes or samples/manifests")
        .isEqualTo(SampleEvidence.files());
  }

  @Test
  void writing_removes_files_of_an_earlier_generation(@TempDir Path folder) throws IOException {
    Path stale = Files.createDirectories(folder.resolve("old")).resolve("stale.json");
    Files.writeString(stale, "{}");
    SampleEvidence.write(folder);
    assertThat(stale).doesNotExist();
    assertThat(SampleEvidence.present(folder))
        .containsExactlyElementsOf(SampleEvidence.files().keySet());
  }
}
