package dev.interlock.recovery.drill;

import static java.util.Objects.requireNonNull;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.postgres.PostgresAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A backup of which nothing is looked at before all its parts are known to be whole. What grows
 * beside it, as the log does, is then looked at as late as can be.
 */
public final class WhenWhole implements Restoration {

  private final PartsAreWhole parts;
  private final Supplier<Restoration> then;
  private @Nullable Restoration restoration;

  /**
   * Looks at nothing yet.
   *
   * @param then what brings it back, asked for when the parts are whole, and at most once
   */
  public WhenWhole(PartsAreWhole parts, Supplier<Restoration> then) {
    this.parts = parts;
    this.then = then;
  }

  @Override
  public boolean fetch(Stages stages, Consumer<Checked> keep) {
    boolean whole = parts.fetch(stages, keep);
    if (whole) {
      restoration = then.get();
    }
    return whole;
  }

  @Override
  public boolean run(Stages stages, Consumer<Checked> keep) {
    return known().run(stages, keep);
  }

  @Override
  public Instant point() {
    return known().point();
  }

  @Override
  public RestoredOdoo odoo() {
    return known().odoo();
  }

  @Override
  public PostgresAddress address() {
    return known().address();
  }

  @Override
  public void requireAlive(List<Checked> asked) {
    known().requireAlive(asked);
  }

  @Override
  public Optional<Checked> pages() {
    return known().pages();
  }

  @Override
  public void close() {
    if (restoration != null) {
      restoration.close();
    }
  }

  private Restoration known() {
    return requireNonNull(restoration, "it is not known to be whole");
  }
}
