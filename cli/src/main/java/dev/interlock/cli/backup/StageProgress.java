package dev.interlock.cli.backup;

import dev.interlock.cli.terminal.Invocation;
import dev.interlock.cli.terminal.Progress;
import dev.interlock.recovery.RecoveryProgress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A bar for each stage of a backup or a drill; it moves on also where nothing is told for long. */
public final class StageProgress implements RecoveryProgress, AutoCloseable {

  private static final Duration TICK = Duration.ofSeconds(1);

  private final Invocation invocation;
  private String stage = "";
  private long total;
  private long last;
  private boolean closed;
  private @Nullable Progress bar;
  private final @Nullable Thread ticking;

  /** Shows on the message stream, on a terminal alone. */
  public StageProgress(Invocation invocation) {
    this.invocation = invocation;
    this.ticking = invocation.terminal().messages() ? Thread.ofVirtual().start(this::tickOn) : null;
  }

  private void tickOn() {
    try {
      while (true) {
        Thread.sleep(TICK);
        tick();
      }
    } catch (InterruptedException _) {
      // It was closed.
    }
  }

  private synchronized void tick() {
    if (bar != null && !closed) {
      bar.done(last);
    }
  }

  @Override
  public synchronized void begins(String next) {
    clear();
    stage = next;
    bar = null;
    at(0, 0);
  }

  @Override
  public synchronized void at(long done, long all) {
    if (closed) {
      return;
    }
    if (bar == null || all != total) {
      clear();
      total = all;
      bar = new Progress(invocation, stage + ":", all);
    }
    last = done;
    bar.done(done);
  }

  /** Takes the bar away while something else is said. */
  public synchronized void aside(Runnable saying) {
    clear();
    saying.run();
  }

  private void clear() {
    if (bar != null) {
      bar.clear();
    }
  }

  @Override
  public void close() {
    ends();
  }

  /** Takes the bar away for good, so that results can be said. */
  public synchronized void ends() {
    clear();
    closed = true;
    if (ticking != null) {
      ticking.interrupt();
    }
  }
}
