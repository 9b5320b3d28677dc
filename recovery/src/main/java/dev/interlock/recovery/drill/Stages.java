package dev.interlock.recovery.drill;

import dev.interlock.evidence.Drill.Stage;
import dev.interlock.recovery.RecoveryProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** How long each part of a drill took. */
public final class Stages {

  private final RecoveryProgress progress;
  private final long start = System.nanoTime();
  private final List<Stage> done = new ArrayList<>();

  /** The watch runs from now on. */
  public Stages(RecoveryProgress progress) {
    this.progress = progress;
  }

  /** Runs a part, and keeps how long it took, also when it fails. */
  public <T> T run(String name, Supplier<T> part) {
    progress.begins(name);
    long begun = System.nanoTime();
    try {
      return part.get();
    } finally {
      done.add(new Stage(name, since(begun)));
    }
  }

  /** Since the watch was started. */
  public Duration elapsed() {
    return since(start);
  }

  /** The parts that are over, in their order. */
  public List<Stage> done() {
    return List.copyOf(done);
  }

  private static Duration since(long nanos) {
    return Duration.ofMillis((System.nanoTime() - nanos) / 1_000_000);
  }
}
