package dev.interlock.usecases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.changes.EvidenceSigner;
import dev.interlock.goldens.Checkout;
import dev.interlock.ledger.SigningKey;
import dev.interlock.testkit.SampleKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class VerifyDecisionPackTest {

  private static final SigningKey GATE = SampleKeys.of("gate of this test");

  private static final Instant AT = Instant.parse("2026-11-21T22:30:00Z");

  private static final DecideChange.Request REQUEST =
      new DecideChange.Request(
          Checkout.samples().resolve("changes/manufacturing-release.yaml"),
          Checkout.samples().resolve("estate"),
          Checkout.samples().resolve("evidence"));

  @TempDir private Path folder = Path.of("");

  private Path pack = Path.of("");
  private Path key = Path.of("");

  @BeforeEach
  void a_key() throws IOException {
    pack = folder.resolve("decision.zip");
    key = Files.writeString(folder.resolve("gate.pub"), GATE.verificationKey().toPem());
  }

  @Test
  void a_signed_decision_holds_under_the_key_that_signed_it() {
    write(GATE);
    assertThat(VerifyDecisionPack.recognises(pack)).isTrue();
    VerifyDecisionPack.Found found = new VerifyDecisionPack().run(pack, List.of(key));
    assertThat(found.problems()).isEmpty();
    assertThat(found.signers()).containsExactly(GATE.verificationKey());
    assertThat(found.files()).isGreaterThan(20);
  }

  @Test
  void another_key_proves_nothing() {
    write(SampleKeys.of("a stranger"));
    assertThat(new VerifyDecisionPack().run(pack, List.of(key)).problems())
        .containsExactly("decision.dsse.json is not signed by a trusted key");
  }

  @Test
  void a_decision_that_nobody_signed_proves_nothing() {
    write(null);
    VerifyDecisionPack.Found found = new VerifyDecisionPack().run(pack, List.of(key));
    assertThat(found.problems()).containsExactly("nobody signed the decision");
    assertThat(found.signed()).isFalse();
  }

  @Test
  void a_decision_that_was_exchanged_is_found_out_though_the_manifest_was_made_anew()
      throws IOException {
    write(GATE);
    EditedPack.edit(
        pack,
        files ->
            files.put("decision.json", "{\"decision\":\"go\"}".getBytes(StandardCharsets.UTF_8)));
    assertThat(new VerifyDecisionPack().run(pack, List.of(key)).problems())
        .containsExactly("decision.json is not the decision that was signed");
  }

  @Test
  void an_edited_estate_is_found_out_though_the_manifest_was_made_anew() throws IOException {
    write(GATE);
    EditedPack.replace(pack, "estate/governance/budgets.yaml", "kind: Budget", "kind:  Budget");
    assertThat(new VerifyDecisionPack().run(pack, List.of(key)).problems())
        .containsExactly(
            "the pack does not hold governance/budgets.yaml as estate.sha256 lists it",
            "nothing vouches for estate/governance/budgets.yaml");
  }

  @Test
  void an_edited_manifest_is_found_out_even_when_its_list_was_made_anew() throws IOException {
    write(GATE);
    EditedPack.replace(
        pack,
        "inputs/manifests/core-production/redis.yaml",
        "privileged: false",
        "privileged: true");
    assertThat(new VerifyDecisionPack().run(pack, List.of(key)).problems())
        .containsExactly(
            "the pack does not hold ../manifests/core-production/redis.yaml as inputs.sha256"
                + " lists it",
            "nothing vouches for inputs/manifests/core-production/redis.yaml");
    EditedPack.replace(pack, "inputs.sha256", "a", "b");
    assertThat(new VerifyDecisionPack().run(pack, List.of(key)).problems())
        .anyMatch(problem -> problem.startsWith("inputs.sha256 is not the list of files"))
        .contains("nothing vouches for inputs/changes/manufacturing-release.yaml");
  }

  @Test
  void exchanged_and_missing_evidence_is_found_out() throws IOException {
    write(GATE);
    String one = "evidence/manufacturing-release/approval-release-manager.json";
    String other = "evidence/manufacturing-release/approval-service-owner-core.json";
    EditedPack.edit(
        pack,
        files -> {
          files.put(one, files.getOrDefault(other, new byte[0]));
          files.remove(other);
        });
    assertThat(new VerifyDecisionPack().run(pack, List.of(key)).problems())
        .containsExactlyInAnyOrder(
            "nothing vouches for " + one,
            "the pack does not hold evidence manufacturing-release/approval-release-manager.json"
                + " as the decision names it",
            "the pack does not hold evidence manufacturing-release/approval-service-owner-core.json"
                + " as the decision names it");
  }

  @Test
  void evidence_that_the_decision_rests_on_cannot_be_said_to_have_been_passed_over()
      throws IOException {
    write(GATE);
    String approval = "manufacturing-release/approval-release-manager.json";
    String digest = decided(AT).record().evidence().getOrDefault(approval, "");
    EditedPack.edit(pack, files -> files.remove("evidence/" + approval));
    EditedPack.replace(
        pack,
        "pack.json",
        "\"passedOver\":{",
        "\"passedOver\":{\"" + approval + "\":\"" + digest + "\",");
    assertThat(new VerifyDecisionPack().run(pack, List.of(key)).problems())
        .containsExactly(
            "the pack does not hold evidence " + approval + " as the decision names it");
  }

  @Test
  void files_that_nobody_packed_are_named() throws IOException {
    write(GATE);
    List<String> added =
        List.of("estate/zz.txt", "evidence/new.json", "extra/readme.txt", "inputs/more.yaml");
    EditedPack.edit(pack, files -> added.forEach(name -> files.put(name, new byte[] {'x'})));
    assertThat(new VerifyDecisionPack().run(pack, List.of(key)).problems())
        .containsExactlyElementsOf(
            added.stream().map(name -> "nothing vouches for " + name).toList());
  }

  @Test
  void another_instant_is_found_out() throws IOException {
    write(GATE);
    EditedPack.replace(pack, "pack.json", "T22:30:00Z", "T22:31:00Z");
    assertThat(new VerifyDecisionPack().run(pack, List.of(key)).problems())
        .singleElement()
        .asString()
        .contains("2026-11-21T22:31:00Z", "2026-11-21T22:30:00Z");
  }

  @Test
  void the_decision_over_another_change_vouches_for_nothing_of_this_one() throws IOException {
    write(GATE);
    Map<String, byte[]> signed = new TreeMap<>();
    EditedPack.edit(pack, signed::putAll);
    var other =
        new DecideChange.Request(
            REQUEST.change().resolveSibling("payment-run-fix.yaml"),
            REQUEST.estate(),
            REQUEST.evidence());
    pack = folder.resolve("other.zip");
    new DecisionPack().write(other, new DecideChange("test").run(other, AT), null, pack);
    EditedPack.edit(
        pack,
        files ->
            List.of("decision.json", "decision.dsse.json")
                .forEach(name -> files.put(name, signed.getOrDefault(name, new byte[0]))));
    assertThat(new VerifyDecisionPack().run(pack, List.of(key)).problems())
        .contains("nothing vouches for inputs/changes/payment-run-fix.yaml")
        .anyMatch(problem -> problem.startsWith("inputs.sha256 is not the list"));
  }

  @Test
  void a_recorded_decision_is_proven_to_stand_in_its_ledger() throws IOException {
    record(folder.resolve("l"), pack, AT);
    VerifyDecisionPack.Found found = new VerifyDecisionPack().run(pack, List.of(key));
    assertThat(found.problems()).isEmpty();
    assertThat(found.ledger().orElseThrow().checkpoint().checkpoint().origin())
        .isEqualTo("example.com/decisions");
  }

  @Test
  void a_proof_of_something_else_proves_nothing() throws IOException {
    Path other = folder.resolve("other.zip");
    record(folder.resolve("l"), pack, AT);
    record(folder.resolve("l"), other, AT.plusSeconds(60));
    Map<String, byte[]> others = new TreeMap<>();
    EditedPack.edit(other, others::putAll);
    byte[] proof = others.getOrDefault("decision.tlog-proof", new byte[0]);
    EditedPack.edit(
        pack, files -> files.put("decision.tlog-proof", bytes(proof, "index 1", "index 0")));
    VerifyDecisionPack.Found found = new VerifyDecisionPack().run(pack, List.of(key));
    assertThat(found.ledger()).isEmpty();
    assertThat(found.problems())
        .containsExactly("decision.tlog-proof does not prove that a ledger holds the decision");
    EditedPack.edit(pack, files -> files.put("decision.tlog-proof", new byte[] {1}));
    assertThat(new VerifyDecisionPack().run(pack, List.of(key)).problems()).hasSize(1);
  }

  private void record(Path ledger, Path to, Instant at) throws IOException {
    Path secret = folder.resolve("gate.key");
    if (!Files.exists(secret)) {
      GATE.writeTo(secret);
    }
    var recorded =
        new RecordDecision(InstantSource.system())
            .run(decided(at), new RecordDecision.Request(ledger, "example.com/decisions", secret));
    var signed = new DecisionPack.Signed(recorded.envelope(), recorded.proof());
    new DecisionPack().write(REQUEST, decided(at), signed, to);
  }

  private static byte[] bytes(byte[] content, String old, String with) {
    String text = new String(content, StandardCharsets.UTF_8);
    return text.replace(old, with).getBytes(StandardCharsets.UTF_8);
  }

  private void write(@Nullable SigningKey signer) {
    var decided = decided(AT);
    var signed =
        signer == null
            ? null
            : new DecisionPack.Signed(new EvidenceSigner().sign(decided.record(), signer), null);
    new DecisionPack().write(REQUEST, decided, signed, pack);
  }

  private static DecidedChange decided(Instant at) {
    return new DecideChange("test").run(REQUEST, at);
  }
}
