package dev.interlock.recovery.drill;

import dev.interlock.evidence.Drill.Stage;
import dev.interlock.recovery.RecoveryProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** How long each part of a drill took. */
public final class Stages {

  private final RecoveryProgress progress;
  private final LongSupplier nanos;
  private final long start;
  private final List<Stage> done = new ArrayList<>();
  private Duration proof = Duration.ZERO;

  /** The watch runs from now on. */
  public Stages(RecoveryProgress progress) {
    this(progress, System::nanoTime);
  }

  Stages(RecoveryProgress progress, LongSupplier nanos) {
    this.progress = progress;
    this.nanos = nanos;
    this.start = nanos.getAsLong();
  }

  /** Runs a part, and keeps how long it took, also when it fails. */
  public <T> T run(String name, Supplier<T> part) {
    progress.begins(name);
    long begun = nanos.getAsLong();
    try {
      return part.get();
    } finally {
      done.add(new Stage(name, since(begun)));
    }
  }

  /**
   * The same, but nobody who is in need would do it: the watch stands still, so that what is proven
   * makes no restore slower.
   */
  public <T> T runAsProof(String name, Supplier<T> part) {
    long begun = nanos.getAsLong();
    try {
      return run(name, part);
    } finally {
      proof = proof.plus(since(begun));
    }
  }

  /** Since the watch was started, while it did not stand still. */
  public Duration elapsed() {
    return since(start).minus(proof);
  }

  /** The parts that are over, in their order. */
  public List<Stage> done() {
    return List.copyOf(done);
  }

  private Duration since(long begun) {
    return Duration.ofMillis((nanos.getAsLong() - begun) / 1_000_000);
  }
}
