package dev.interlock.recovery.drill;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.postgres.PostgresAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A backup that is brought back into the folder of a drill. */
public interface Restoration extends AutoCloseable {

  /**
   * Reads what is stored of it and compares it with what was stored, where nobody else does. What
   * needs nothing that is still to be read may come back meanwhile.
   *
   * @param keep is shown what was found
   * @return false when nothing of it is to be brought back, and what was found says why
   */
  default boolean fetch(Stages stages, Consumer<Checked> keep) {
    return true;
  }

  /**
   * Brings it back.
   *
   * @param keep is shown what was found
   * @return false when it did not come back, and what was found says why
   * @throws dev.interlock.finding.Fault with what went wrong, at the first error
   */
  boolean run(Stages stages, Consumer<Checked> keep);

  /** The moment that was brought back. */
  Instant point();

  /** What was brought back. */
  RestoredOdoo odoo();

  /** How to get into the database that was brought back. */
  PostgresAddress address();

  /**
   * Asks whether its PostgreSQL is still there: what was asked of one that is not says nothing.
   *
   * @param asked what was found; what did not pass must not be the fault of the place
   * @throws dev.interlock.finding.Fault PLACE_FAILED when it is not
   */
  void requireAlive(List<Checked> asked);

  /** Reads every page, where the tool for that is there. */
  Optional<Checked> pages();

  /** Ends what still comes back: its place is left now. */
  @Override
  default void close() {}
}
