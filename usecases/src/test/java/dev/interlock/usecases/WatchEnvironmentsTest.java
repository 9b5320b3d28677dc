package dev.interlock.usecases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.changes.AsOf;
import dev.interlock.changes.Contact.State;
import dev.interlock.goldens.Checkout;
import dev.interlock.usecases.WatchEnvironments.Watched;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The board doubts what a fast clock has dated, as the gate does. */
class WatchEnvironmentsTest {

  private static final Instant NIGHT = Instant.parse("2026-11-21T22:30:00Z");

  private static Watched watched(AsOf asOf) {
    Path samples = Checkout.samples();
    Path folder = samples.resolve("estate");
    EstateInForce estate = new EstateInForce(DecideChange.estate(folder), folder, "");
    var windows = WatchEnvironments.windows(estate.loaded(), NIGHT, NIGHT.plus(Duration.ofDays(9)));
    var evidence = new ReadEvidence().run(samples.resolve("evidence"));
    return new WatchEnvironments()
        .run(estate, windows, evidence, asOf).stream()
            .filter(environment -> environment.name().equals("core-production"))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void at_present_a_register_of_the_future_leaves_incidents_unknown() {
    assertThat(watched(AsOf.present(NIGHT)).incidents().state()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void for_an_instant_that_was_named_it_was_not_known_yet() {
    assertThat(watched(AsOf.named(NIGHT)).incidents().state()).isEqualTo(State.CLOSED);
  }
}
