package dev.interlock.usecases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.finding.Fault;
import dev.interlock.goldens.Checkout;
import dev.interlock.ledger.FileLedger;
import dev.interlock.ledger.SigningKey;
import dev.interlock.testkit.SampleKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pipelines that decide at the same time write into one ledger, one after the other. */
class RecordDecisionTest {

  private static final String ORIGIN = "example.com/decisions";
  private static final SigningKey GATE = SampleKeys.of("gate of this test");
  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void a_key() throws IOException {
    GATE.writeTo(folder.resolve("gate.key"));
  }

  @Test
  void waits_for_a_ledger_that_is_in_use() {
    FileLedger other = FileLedger.open(folder.resolve("l"), ORIGIN, GATE, CLOCK);
    var waiting = new RecordDecision.Waiting(5, Duration.ZERO, other::close);
    assertThat(record(waiting).proof().proof().index()).isZero();
  }

  @Test
  void gives_up_when_it_stays_in_use() {
    try (FileLedger _ = FileLedger.open(folder.resolve("l"), ORIGIN, GATE, CLOCK)) {
      var waiting = new RecordDecision.Waiting(2, Duration.ZERO, () -> {});
      assertThatThrownBy(() -> record(waiting)).isInstanceOf(Fault.class);
    }
  }

  private RecordDecision.Recorded record(RecordDecision.Waiting waiting) {
    var request =
        new DecideChange.Request(
            Checkout.samples().resolve("changes/manufacturing-release.yaml"),
            Checkout.samples().resolve("estate"),
            Checkout.samples().resolve("evidence"));
    var decided = new DecideChange("test").run(request, Instant.parse("2026-11-21T22:30:00Z"));
    var where = new RecordDecision.Request(folder.resolve("l"), ORIGIN, folder.resolve("gate.key"));
    return new RecordDecision(CLOCK, waiting).run(decided, where);
  }
}
