package dev.interlock.usecases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.changes.AsOf;
import dev.interlock.changes.Contact.State;
import dev.interlock.evidence.Approval;
import dev.interlock.evidence.PredicateKind;
import dev.interlock.goldens.Checkout;
import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.FileLedger;
import dev.interlock.ledger.LedgerView;
import dev.interlock.ledger.SigningKey;
import dev.interlock.testkit.ExpectedDecision;
import dev.interlock.testkit.SampleInstants;
import dev.interlock.testkit.SampleKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecideChangeTest {

  private static final Path SAMPLES = Checkout.samples();
  private static final DecideChange DECIDE = new DecideChange("test");

  @TempDir private Path folder;

  static Stream<ExpectedDecision> rows() {
    return ExpectedDecision.all().stream();
  }

  private static DecideChange.Request sample(String change) {
    return new DecideChange.Request(
        SAMPLES.resolve("changes/" + change + ".yaml"),
        SAMPLES.resolve("estate"),
        SAMPLES.resolve("evidence"));
  }

  private static final ReplayDecision REPLAY = new ReplayDecision("test");

  /** What is said of a row and what its pack holds are looked at apart, and decided once. */
  private static final Map<ExpectedDecision, DecidedChange> DECIDED = new ConcurrentHashMap<>();

  private static DecidedChange decided(ExpectedDecision row) {
    return DECIDED.computeIfAbsent(row, it -> DECIDE.run(sample(it.change()), it.at()));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void every_change_of_the_sample_is_decided_as_expected(ExpectedDecision row) {
    DecidedChange decided = decided(row);

    List<String> notClosed =
        decided.decision().contacts().stream()
            .filter(c -> c.state() != State.CLOSED)
            .map(c -> c.name() + " " + c.state().word())
            .toList();
    assertThat(notClosed).containsExactlyElementsOf(row.notClosed());
    assertThat(decided.decision().outcome().word()).isEqualTo(row.decision());
    assertThat(decided.decision().tier()).isEqualTo(row.tier());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void every_decision_is_derived_again_from_its_pack_alone(ExpectedDecision row) {
    Path pack = pack(row);

    ReplayDecision.Replay replay = REPLAY.run(ReplayDecision.Request.of(pack));

    assertThat(replay.differences()).isEmpty();
    assertThat(replay.same()).isTrue();
    assertThat(replay.recorded().decision().name()).isEqualToIgnoringCase(row.decision());
  }

  private Path pack(ExpectedDecision row) {
    Path pack = folder.resolve("pack.zip");
    new DecisionPack().write(sample(row.change()), decided(row), null, pack);
    return pack;
  }

  @Test
  void a_decision_that_met_a_fast_clock_is_derived_again_from_its_pack() {
    DecideChange.Request request = sample(going().change());
    AsOf early = AsOf.present(going().at().minus(Duration.ofDays(3)));
    DecidedChange decided = DECIDE.run(request, early);
    Path pack = folder.resolve("pack.zip");
    new DecisionPack().write(request, decided, null, pack);

    assertThat(decided.decision().contacts())
        .anyMatch(c -> c.state() == State.UNKNOWN && c.reason().contains("which is in the future"));
    assertThat(REPLAY.run(ReplayDecision.Request.of(pack)).differences()).isEmpty();
  }

  private static ExpectedDecision going() {
    return rows().filter(r -> r.change().equals("manufacturing-release")).findFirst().orElseThrow();
  }

  @Test
  void a_pack_whose_manifest_was_edited_gives_another_decision() throws IOException {
    Path pack = pack(going());
    EditedPack.replace(pack, "inputs/manifests/core-production/odoo.yaml", "\n", " # edited\n");

    ReplayDecision.Replay replay = REPLAY.run(ReplayDecision.Request.of(pack));

    assertThat(replay.same()).isFalse();
    assertThat(replay.differences()).anyMatch(d -> d.startsWith("digest of the change"));
    assertThat(replay.differences()).anyMatch(d -> d.startsWith("decision: recorded GO"));
  }

  @Test
  void a_pack_whose_decision_was_edited_is_found_out() throws IOException {
    ExpectedDecision stopped =
        rows().filter(r -> r.change().equals("carrier-labels")).findFirst().orElseThrow();
    Path pack = pack(stopped);
    EditedPack.replace(pack, "decision.json", "\"stop\"", "\"go\"");

    assertThat(REPLAY.run(ReplayDecision.Request.of(pack)).differences())
        .anyMatch(d -> d.startsWith("decision: recorded GO, derived STOP"));
  }

  @Test
  void a_pack_without_one_piece_of_evidence_is_found_out() throws IOException {
    Path pack = pack(going());
    EditedPack.edit(
        pack,
        files -> files.remove("evidence/manufacturing-release/approval-release-manager.json"));

    assertThat(REPLAY.run(ReplayDecision.Request.of(pack)).differences())
        .anyMatch(d -> d.startsWith("evidence"));
  }

  @Test
  void something_that_is_no_pack_is_refused() throws IOException {
    Path none = Files.writeString(folder.resolve("none.zip"), "no zip");

    assertThatThrownBy(() -> REPLAY.run(ReplayDecision.Request.of(none)))
        .isInstanceOf(InputRejected.class);
    assertThatThrownBy(() -> REPLAY.run(ReplayDecision.Request.of(folder.resolve("absent.zip"))))
        .isInstanceOf(InputRejected.class);
  }

  @Test
  void a_pack_that_reaches_outside_is_refused() throws IOException {
    Path pack = folder.resolve("evil.zip");
    Files.write(pack, PackFiles.zip(Map.of("../outside.txt", new byte[] {1})));

    assertThatThrownBy(() -> REPLAY.run(ReplayDecision.Request.of(pack)))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("../outside.txt");
  }

  @Test
  void the_digest_of_a_change_is_what_coreutils_derive() throws Exception {
    String script =
        "find -L label-layout.yaml ../manifests/core-production/odoo.yaml -type f"
            + " -exec sha256sum {} + | LC_ALL=C sort -k 2 | sha256sum";
    Process process =
        new ProcessBuilder("sh", "-c", script)
            .directory(SAMPLES.resolve("changes").toFile())
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();

    String digest =
        DECIDE.run(sample("label-layout"), SampleInstants.SATURDAY_NIGHT).request().digest();

    assertThat(digest).isEqualTo("sha256:" + printed.substring(0, 64));
  }

  @Test
  void an_approval_is_signed_for_the_version_that_lies_there() throws IOException {
    Path key = folder.resolve("owner.pem");
    SampleKeys.of("service-owner-core").writeTo(key);
    Path evidence = copyOfEvidence();
    Path out = evidence.resolve("new/approval.json");
    DecideChange.Request before =
        new DecideChange.Request(
            SAMPLES.resolve("changes/edi-partner-onboarding.yaml"),
            SAMPLES.resolve("estate"),
            evidence);
    assertThat(DECIDE.run(before, SampleInstants.SATURDAY_NIGHT).decision().outcome().word())
        .isEqualTo("wait");

    ApproveChange.Signed signed =
        new ApproveChange()
            .run(
                new ApproveChange.Request(before.change(), before.estate(), key, out),
                new ApproveChange.Answered(
                    "service-owner-core",
                    "service-owner",
                    null,
                    Approval.Answer.APPROVE,
                    "Partners are ready."),
                SampleInstants.SATURDAY_NIGHT);

    assertThat(signed.complaint()).isNull();
    assertThat(DECIDE.run(before, SampleInstants.SATURDAY_NIGHT).decision().outcome().word())
        .isEqualTo("go");
  }

  @Test
  void an_approval_that_will_not_count_says_so() throws IOException {
    Path key = folder.resolve("stranger.pem");
    SigningKey.generate().writeTo(key);

    ApproveChange.Signed signed =
        new ApproveChange()
            .run(
                new ApproveChange.Request(
                    SAMPLES.resolve("changes/edi-partner-onboarding.yaml"),
                    SAMPLES.resolve("estate"),
                    key,
                    folder.resolve("approval.json")),
                new ApproveChange.Answered(
                    "service-owner-core", "service-owner", null, Approval.Answer.APPROVE, null),
                SampleInstants.SATURDAY_NIGHT);

    assertThat(signed.complaint()).contains("no key that the estate trusts");
  }

  @Test
  void a_decision_is_recorded_in_a_ledger() throws IOException {
    Path key = folder.resolve("gate.pem");
    SigningKey gateKey = SigningKey.generate();
    gateKey.writeTo(key);
    Path ledger = folder.resolve("decisions.ledger");
    DecidedChange decided = DECIDE.run(sample("label-layout"), SampleInstants.SATURDAY_NIGHT);

    Envelope envelope =
        new RecordDecision(SampleInstants.clock(SampleInstants.SATURDAY_NIGHT))
            .run(decided, new RecordDecision.Request(ledger, "example.com/erp", key))
            .envelope();

    assertThat(envelope.signedBy(gateKey.verificationKey())).isTrue();
    try (LedgerView view = FileLedger.view(ledger, List.of(gateKey.verificationKey()))) {
      assertThat(view.size()).isEqualTo(1);
      assertThat(view.read(0)).isEqualTo(envelope.toJson());
    }
  }

  @Test
  void evidence_is_signed_from_a_file_and_mistakes_have_a_place() throws IOException {
    Path key = folder.resolve("desk.pem");
    SampleKeys.of("service-desk").writeTo(key);
    Path good =
        Files.writeString(
            folder.resolve("good.yaml"),
            "environment: core-production\nopen: []\nat: 2026-11-21T22:00:00Z\n");
    Path bad =
        Files.writeString(
            folder.resolve("bad.yaml"), "environment: core-production\nat: yesterday\nopne: []\n");
    var incident = PredicateKind.INCIDENT;
    Path out = folder.resolve("e/incident.json");

    new SignEvidence().run(new SignEvidence.Request(incident, good, key, out));

    assertThat(
            new ListEvidence()
                .run(folder.resolve("e"), SAMPLES.resolve("estate"), SampleInstants.SATURDAY_NIGHT)
                .items())
        .singleElement()
        .satisfies(item -> assertThat(item.trusted()).isTrue());
    assertThatThrownBy(() ->
            new SignEvidence()
                .run(new SignEvidence.Request(incident, bad, key, folder.resolve("x.json"))))
        .isInstanceOfSatisfying(
            InputRejected.class,
            rejected ->
                assertThat(rejected.problems().toString())
                    .contains("bad.yaml:2:5", "bad.yaml:3:1", "open is missing"));
  }

  private Path copyOfEvidence() throws IOException {
    Path from = SAMPLES.resolve("evidence");
    Path to = folder.resolve("evidence");
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    return to;
  }
}
