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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyDecisionPackTest {

  private static final SigningKey GATE = SampleKeys.of("gate of this test");

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

  private void write(@Nullable SigningKey signer) {
    var request =
        new DecideChange.Request(
            Checkout.samples().resolve("changes/manufacturing-release.yaml"),
            Checkout.samples().resolve("estate"),
            Checkout.samples().resolve("evidence"));
    var decided = new DecideChange("test").run(request, Instant.parse("2026-11-21T22:30:00Z"));
    var signed = signer == null ? null : new EvidenceSigner().sign(decided.record(), signer);
    new DecisionPack().write(request, decided, signed, pack);
  }
}
