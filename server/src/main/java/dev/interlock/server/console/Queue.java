package dev.interlock.server.console;

import dev.interlock.usecases.DecidedChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The changes that people ask for, each as the gate sees it. */
public interface Queue {

  /** Every change that is neither withdrawn nor done, judged for about this instant. */
  List<DecidedChange> changes(Instant at);

  /** One of them by name, judged for exactly this instant. */
  Optional<DecidedChange> change(String name, Instant at);
}
