package dev.interlock.server.observing;

import dev.interlock.ledger.BatchWatch;
import dev.interlock.ledger.SignedCheckpoint;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Times each batch of appends to the ledger, failed ones apart, and counts what is in it. */
@Component
public final class LedgerMeter implements BatchWatch {

  private final MeterRegistry meters;
  private final DistributionSummary entries;

  LedgerMeter(MeterRegistry meters) {
    this.meters = meters;
    this.entries =
        DistributionSummary.builder("interlock.ledger.batch.entries")
            .description("Entries that this server appended to the ledger together")
            .register(meters);
  }

  @Override
  public SignedCheckpoint around(int number, Supplier<SignedCheckpoint> committing) {
    Timer.Sample begin = Timer.start(meters);
    boolean kept = false;
    try {
      SignedCheckpoint checkpoint = committing.get();
      kept = true;
      entries.record(number);
      return checkpoint;
    } finally {
      begin.stop(timer(kept));
    }
  }

  private Timer timer(boolean kept) {
    return Timer.builder("interlock.ledger.appends")
        .description("Batches that this server appended to the ledger")
        .tag("outcome", kept ? "kept" : "failed")
        .register(meters);
  }
}
