package dev.interlock.cli.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import dev.interlock.goldens.Checkout;
import dev.interlock.ledger.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class GateCommandTest {

  @TempDir private Path folder = Path.of("");

  private static final String SAMPLES = Checkout.samples().toString();

  /** A row of the table that the sample keeps of its decisions. */
  record Expected(String change, String at, String decision, String tier) {}

  static List<Expected> expected() throws IOException {
    return Files.readAllLines(Checkout.samples().resolve("changes/EXPECTED.md")).stream()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| change"))
        .map(line -> line.split(" *\\| *", -1))
        .map(cells -> new Expected(cells[1], cells[2], cells[3], cells[4]))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("expected")
  void json_is_the_decision_the_sample_expects(Expected row) {
    CliRun run = gate(row.change(), "--at", row.at(), "--format", "json");
    var json = JsonMapper.shared().readTree(run.out());
    assertThat(json.propertyNames())
        .containsExactly("decision", "tier", "notBefore", "expires", "contacts");
    assertThat(json.path("decision").asString()).isEqualTo(row.decision());
    assertThat(json.path("tier").asString()).isEqualTo(row.tier());
    assertThat(json.path("contacts")).hasSize(8);
    assertThat(run.exit()).isEqualTo(row.decision().equals("go") ? 0 : 1);
  }

  @ParameterizedTest
  @MethodSource("expected")
  void text_draws_the_same_decision_within_the_width(Expected row) {
    CliRun run = gate(row.change(), "--at", row.at());
    assertThat(run.out()).startsWith(row.decision().toUpperCase(Locale.ROOT) + "  " + row.change());
    assertThat(run.out().contains("( GO )")).isEqualTo(row.decision().equals("go"));
    List<String> drawing = run.out().lines().skip(3).limit(7).toList();
    assertThat(drawing).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
  }

  @Test
  void without_evidence_nothing_may_go() {
    String change = SAMPLES + "/changes/manufacturing-release.yaml";
    String estate = SAMPLES + "/estate";
    CliRun run = CliRun.of("gate", change, "--estate", estate, "--at", "2026-11-21T22:30:00Z");
    assertThat(run.out()).startsWith("STOP");
    assertThat(run.exit()).isEqualTo(1);
  }

  @Test
  void a_recorded_decision_can_be_verified_packed_and_replayed() {
    String dir = folder.toString();
    CliRun.of(
        "evidence",
        "keygen",
        "--out",
        dir + "/k",
        "--name",
        "g",
        "--system",
        "gate",
        "--predicates",
        "decision");
    String[] keep = {
      "--at",
      "2026-11-21T22:30:00Z",
      "--record",
      dir + "/l",
      "--key",
      dir + "/k",
      "--pack",
      dir + "/p.zip"
    };
    CliRun run = gate("reporting-cluster", keep);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).startsWith("STOP");
    assertThat(run.err()).contains("Recorded in", "Packed into");
    CliRun verified = CliRun.of("ledger", "verify", dir + "/l", "--key", dir + "/k.pub");
    assertThat(verified.out()).contains("1 entry holds");
    assertThat(CliRun.of("ledger", "show", dir + "/l", "--key", dir + "/k.pub").out())
        .contains("evidence/decision/v1");
    CliRun packed =
        CliRun.with(
            Map.of("INTERLOCK_NAME", "./interlock"),
            "ledger",
            "verify",
            dir + "/p.zip",
            "--key",
            dir + "/k.pub");
    assertThat(packed.err()).isEmpty();
    assertThat(packed.out())
        .startsWith("HOLDS")
        .contains("signed by key", "Recorded as entry 0", "? ./interlock gate --replay " + dir);
    assertThat(packed.exit()).isZero();
    CliRun replayed = CliRun.of("gate", "--replay", dir + "/p.zip");
    assertThat(replayed.out()).startsWith("SAME  reporting-cluster").contains("own word");
    CliRun compared =
        CliRun.of("gate", "--replay", dir + "/p.zip", "--estate", SAMPLES + "/estate");
    assertThat(compared.out()).startsWith("SAME").contains("the one that was expected");
    assertThat(replayed.exit()).isZero();
  }

  @Test
  void what_stood_uncovered_in_the_ledger_is_moved_aside_and_said() throws IOException {
    SigningKey.ofSeed(new byte[32]).writeTo(folder.resolve("k"));
    Path ledger = folder.resolve("l");
    String[] keep = {"--record", ledger.toString(), "--key", folder.resolve("k").toString()};
    assertThat(gate("reporting-cluster", keep).err()).doesNotContain("warning");
    Files.writeString(ledger, "torn", StandardOpenOption.APPEND);
    CliRun run = gate("reporting-cluster", keep);
    assertThat(run.err()).contains("4 bytes behind the last checkpoint", "moved to", ".torn-");
    assertThat(run.err()).contains("Recorded in");
  }

  @Test
  void options_that_contradict_are_bad_usage() {
    assertThat(CliRun.of("gate").err()).contains("expected CHANGE and --estate DIR");
    assertThat(gate("label-layout", "--record", "l").err()).contains("belong together");
    assertThat(gate("label-layout", "--replay", "p.zip").exit()).isEqualTo(2);
  }

  @Test
  void an_answer_that_nobody_trusts_is_signed_and_said_not_to_count() {
    String dir = folder.toString();
    CliRun.of(
        "evidence",
        "keygen",
        "--out",
        dir + "/k",
        "--name",
        "g",
        "--person",
        "p",
        "--predicates",
        "approval");
    String change = SAMPLES + "/changes/label-layout.yaml";
    CliRun run =
        CliRun.of(
            "approve",
            change,
            "--estate",
            SAMPLES + "/estate",
            "--person",
            "release-manager",
            "--role",
            "release-manager",
            "--key",
            dir + "/k",
            "--out",
            dir + "/a.json");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("Signed, but it will not count, because no key that the estate trusts")
        .contains("approval of label-layout (sha256:");
  }

  @Test
  void an_instant_needs_an_offset() {
    CliRun run = gate("manufacturing-release", "--at", "2026-11-21T22:30");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("is no instant", "2026-11-22T10:00+01:00");
  }

  @Test
  void missing_files_are_bad_input() {
    assertThat(gate("no-such-change").exit()).isEqualTo(2);
    CliRun run = CliRun.of("gate", SAMPLES + "/changes/label-layout.yaml", "--estate", "/nowhere");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void the_tier_is_explained() {
    String words =
        "risk explain %s/changes/database-minor-upgrade.yaml --estate %s/estate"
            .formatted(SAMPLES, SAMPLES);
    CliRun run = CliRun.of(words.split(" "));
    assertThat(run.out())
        .startsWith("database-minor-upgrade is in tier high\nWhy\n  - high: ")
        .contains("What the tier asks for", "approval by release-manager");
    assertThat(run.exit()).isZero();
  }

  @Test
  void evidence_is_listed_with_what_counts() {
    CliRun run =
        CliRun.of(
            "evidence",
            "list",
            SAMPLES + "/evidence/reporting-cluster",
            "--estate",
            SAMPLES + "/estate",
            "--at",
            "2026-11-21T22:30:00Z");
    assertThat(run.out()).contains("states", "counts   signed by key");
    assertThat(run.exit()).isZero();
  }

  private static CliRun gate(String change, String... more) {
    String[] words = {
      "gate",
      SAMPLES + "/changes/" + change + ".yaml",
      "--estate",
      SAMPLES + "/estate",
      "--evidence",
      SAMPLES + "/evidence"
    };
    return CliRun.of(Stream.of(words, more).flatMap(Arrays::stream).toArray(String[]::new));
  }
}
