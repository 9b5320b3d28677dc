package dev.interlock.usecases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.goldens.Checkout;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ReplayDecisionTest {

  private static final Path ESTATE = Checkout.samples().resolve("estate");

  @TempDir private Path folder = Path.of("");

  private Path pack = Path.of("");
  private String estateDigest = "";

  @BeforeEach
  void a_pack() {
    pack = folder.resolve("decision.zip");
    var request =
        new DecideChange.Request(
            Checkout.samples().resolve("changes/manufacturing-release.yaml"),
            ESTATE,
            Checkout.samples().resolve("evidence"));
    var decided = new DecideChange("1.0").run(request, Instant.parse("2026-11-21T22:30:00Z"));
    estateDigest = decided.record().estateDigest();
    new DecisionPack().write(request, decided, null, pack);
  }

  private ReplayDecision.Replay replay(ReplayDecision.Request request) {
    return new ReplayDecision("2.0").run(request);
  }

  @Test
  void only_what_differs_is_told_with_short_digests() throws IOException {
    EditedPack.edit(
        pack,
        files -> files.remove("evidence/manufacturing-release/approval-release-manager.json"));
    List<String> differences = replay(ReplayDecision.Request.of(pack)).differences();
    assertThat(differences)
        .anyMatch(line ->
            line.matches(
                "evidence manufacturing-release/approval-release-manager.json:"
                    + " recorded sha256:[0-9a-f]{12}…, derived none"));
    assertThat(differences).allSatisfy(line -> assertThat(line).hasSizeLessThan(400));
    assertThat(differences.stream().filter(line -> line.startsWith("evidence "))).hasSize(1);
  }

  @Test
  void files_that_the_decision_does_not_speak_of_are_named() throws IOException {
    EditedPack.edit(pack, files -> files.put("estate/zz.txt", new byte[] {'x'}));
    ReplayDecision.Replay replay = replay(ReplayDecision.Request.of(pack));
    assertThat(replay.same()).isTrue();
    assertThat(replay.extra()).containsExactly("estate/zz.txt");
  }

  @Test
  void this_build_derives_and_another_version_is_said() {
    ReplayDecision.Replay replay = replay(ReplayDecision.Request.of(pack));
    assertThat(replay.same()).isTrue();
    assertThat(replay.otherVersion()).isTrue();
    assertThat(replay.derived().version()).isEqualTo("2.0");
  }

  @Test
  void estate_is_compared_with_a_folder_or_a_digest_when_one_is_given() {
    assertThat(replay(ReplayDecision.Request.of(pack)).estateCompared()).isFalse();
    for (var request :
        List.of(
            new ReplayDecision.Request(pack, ESTATE, null),
            new ReplayDecision.Request(pack, null, estateDigest.substring("sha256:".length())),
            new ReplayDecision.Request(pack, ESTATE, estateDigest))) {
      assertThat(replay(request).estateCompared()).isTrue();
      assertThat(replay(request).differences()).isEmpty();
    }
  }

  /** Somebody who made up an estate that trusts him, and a decision that follows from it. */
  @Test
  void decision_that_follows_from_another_estate_is_not_the_same() {
    var other = new ReplayDecision.Request(pack, null, "sha256:" + "ab".repeat(32));
    assertThat(replay(other).differences())
        .singleElement()
        .asString()
        .startsWith("estate: expected sha256:abababababab…, the pack holds sha256:");
  }

  @Test
  void what_is_no_digest_is_refused() {
    assertThatThrownBy(() -> replay(new ReplayDecision.Request(pack, null, "abc")))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("no SHA-256");
  }
}
