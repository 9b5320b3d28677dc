package dev.interlock.server.observing;

import dev.interlock.usecases.AskDecision.Asked;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Counts the recorded decisions by their outcome, and how long each took. */
@Component
public final class DecisionMeter {

  private final MeterRegistry meters;

  DecisionMeter(MeterRegistry meters) {
    this.meters = meters;
  }

  /** Decides and counts; what fails is no decision. */
  public Asked measure(Supplier<Asked> deciding) {
    Timer.Sample begin = Timer.start(meters);
    Asked asked = deciding.get();
    begin.stop(
        Timer.builder("interlock.decisions")
            .description("Recorded decisions of this server")
            .tag("outcome", asked.decided().decision().outcome().word())
            .register(meters));
    return asked;
  }
}
