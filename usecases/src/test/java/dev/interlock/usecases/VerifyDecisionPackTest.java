package dev.interlock.usecases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.changes.EvidenceSigner;
import dev.interlock.ledger.SigningKey;
import dev.interlock.testkit.Checkout;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
