package dev.interlock.usecases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.changes.EvidenceSigner;
import dev.interlock.evidence.Approval;
import dev.interlock.goldens.Checkout;
import dev.interlock.testkit.SampleKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever is given a pack sees the evidence that was considered, and nobody else's. */
class DecisionPackTest {

  private static final Instant AT = Instant.parse("2026-11-21T22:30:00Z");
  private static final Path EVIDENCE = Checkout.samples().resolve("evidence");

  @TempDir private Path folder = Path.of("");

  private Path evidence = Path.of("");
  private Path pack = Path.of("");

  @BeforeEach
  void a_folder_of_evidence() throws IOException {
    pack = folder.resolve("decision.zip");
    evidence = Files.createDirectories(folder.resolve("evidence"));
    Files.createSymbolicLink(evidence.resolve("sample"), EVIDENCE);
  }

  private DecidedChange packed() {
    var request =
        new DecideChange.Request(
            Checkout.samples().resolve("changes/manufacturing-release.yaml"),
            Checkout.samples().resolve("estate"),
            evidence);
    DecidedChange decided = new DecideChange("1").run(request, AT);
    new DecisionPack().write(request, decided, null, pack);
    return decided;
  }

  private Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    EditedPack.edit(pack, files::putAll);
    return files;
  }

  private ReplayDecision.Replay replay() {
    return new ReplayDecision("1").run(ReplayDecision.Request.of(pack));
  }

  @Test
  void only_what_was_considered_is_in_it_and_the_rest_is_recorded_with_its_digest()
      throws IOException {
    DecidedChange decided = packed();

    List<String> held = files().keySet().stream().filter(n -> n.startsWith("evidence/")).toList();
    assertThat(held)
        .contains("evidence/sample/manufacturing-release/cost.json")
        .noneMatch(name -> name.contains("tenant-field-service"))
        .hasSizeLessThan(decided.evidence().size());
    assertThat(decided.record().evidence()).hasSameSizeAs(decided.evidence());
    assertThat(replay().derived()).isEqualTo(replay().recorded());
    assertThat(replay().passedOver()).isEqualTo(decided.evidence().size() - held.size());
  }

  @Test
  void what_does_not_count_but_is_remarked_on_is_in_it() throws IOException {
    Files.writeString(evidence.resolve("stranger.json"), refusal());

    DecidedChange decided = packed();

    assertThat(decided.decision().contacts().toString())
        .contains("A refusal in stranger.json does not count");
    assertThat(files()).containsKey("evidence/stranger.json");
    assertThat(replay().differences()).isEmpty();
  }

  @Test
  void of_a_file_of_lines_only_those_that_were_considered_are_in_it() throws IOException {
    String foreign = line("tenant-field-service/approval-release-manager.json");
    Files.writeString(evidence.resolve("all.jsonl"), foreign + "\n{\"payload\":\n" + foreign);

    DecidedChange decided = packed();

    assertThat(decided.decision().contacts().toString())
        .contains("Evidence in all.jsonl:2 can't be used");
    assertThat(files().get("evidence/all.jsonl")).asString().isEqualTo("\n{\"payload\":\n");
    assertThat(decided.record().evidence()).containsKeys("all.jsonl:1", "all.jsonl:3");
    assertThat(replay().differences()).isEmpty();
  }

  @Test
  void a_considered_piece_cannot_be_passed_over_unnoticed() throws IOException {
    packed();
    EditedPack.edit(pack, files -> files.remove("evidence/sample/manufacturing-release/cost.json"));
    assertThat(replay().differences())
        .anyMatch(line -> line.startsWith("evidence sample/manufacturing-release/cost.json"))
        .anyMatch(line -> line.startsWith("decision: recorded GO, derived STOP"));
  }

  @Test
  void what_was_passed_over_is_compared_with_the_record() throws IOException {
    packed();
    EditedPack.replace(pack, "pack.json", "sample/carrier-labels/cost.json", "made-up.json");
    assertThat(replay().differences())
        .hasSize(2)
        .allMatch(line -> line.startsWith("evidence "))
        .anyMatch(line -> line.contains("made-up.json: recorded none"));
  }

  private String line(String name) throws IOException {
    return Files.readString(EVIDENCE.resolve(name)).strip();
  }

  private String refusal() {
    DecidedChange decided = packed();
    pack = folder.resolve("with-refusal.zip");
    Approval says =
        new Approval(
            decided.record().change(),
            decided.record().changeDigest(),
            decided.record().environment(),
            "somebody",
            "release-manager",
            null,
            Approval.Answer.REJECT,
            "Not now.",
            AT.minusSeconds(60));
    byte[] signed = new EvidenceSigner().sign(says, SampleKeys.of("a stranger")).toJson().toArray();
    return new String(signed, StandardCharsets.UTF_8);
  }
}
