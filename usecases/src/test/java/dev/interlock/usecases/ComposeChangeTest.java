package dev.interlock.usecases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.changes.Change;
import dev.interlock.changes.Submission;
import dev.interlock.goldens.Checkout;
import dev.interlock.ledger.Bytes;
import dev.interlock.usecases.ComposeChange.Filled;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What somebody fills in is what the change says, whatever characters it holds. */
class ComposeChangeTest {

  private static final String AWKWARD = "Bolts: \"M8\" # 50%, \\n\ttab – ü 你好 {x} [y] & *z";

  @Test
  void everything_that_was_filled_in_is_read_back() {
    Filled filled =
        new Filled(
            "bolts-2026.12",
            AWKWARD,
            "module",
            "core-production",
            List.of("odoo-web", "odoo-workers"),
            List.of("sha256:" + "a".repeat(64), "sha256:" + "b".repeat(64)),
            "line one\nline two: " + AWKWARD,
            "odoo-developer-1",
            "platform-engineer-1",
            null,
            null,
            "PT1H30M",
            "2026-12-01T20:00:00Z",
            true,
            List.of("Set the old digest.", AWKWARD),
            "PT20M",
            true);
    SortedMap<String, Bytes> manifests = new TreeMap<>();
    manifests.put("odoo/service.yaml", Bytes.utf8("kind: Service\n"));

    Submission submission = ComposeChange.of(filled, manifests);
    Change change = read(submission);

    assertThat(change.title()).isEqualTo(AWKWARD);
    assertThat(change.reason()).isEqualTo("line one\nline two: " + AWKWARD);
    assertThat(change.services()).containsExactly("odoo-web", "odoo-workers");
    assertThat(change.allArtifacts()).hasSize(2);
    assertThat(change.manifests()).containsExactly("manifests");
    assertThat(change.duration()).isEqualTo(Duration.ofMinutes(90));
    assertThat(change.notBefore()).isEqualTo(Instant.parse("2026-12-01T20:00:00Z"));
    assertThat(change.destructive()).isTrue();
    assertThat(change.rollback())
        .isEqualTo(
            new Change.Rollback(
                List.of("Set the old digest.", AWKWARD), Duration.ofMinutes(20), true));
    assertThat(submission.files()).containsKeys("change.yaml", "manifests/odoo/service.yaml");
  }

  private static Change read(Submission submission) {
    try (FiledFiles files = FiledFiles.of(submission)) {
      Path estate = Checkout.samples().resolve("estate");
      return files.read(new ReadEstate().require(estate).estate()).request().change();
    }
  }
}
