package dev.interlock.cli.backup;

import dev.interlock.cli.terminal.Invocation;
import dev.interlock.cli.terminal.Progress;
import dev.interlock.recovery.RecoveryProgress;
import org.jspecify.annotations.Nullable;

/** A bar for each stage of a backup or a drill. */
public final class StageProgress implements RecoveryProgress, AutoCloseable {

  private final Invocation invocation;
  private String stage = "";
  private long total;
  private @Nullable Progress bar;

  /** Shows on the message stream, on a terminal alone. */
  public StageProgress(Invocation invocation) {
    this.invocation = invocation;
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
    if (bar == null || all != total) {
      clear();
      total = all;
      bar = new Progress(invocation, stage + ":", all);
    }
    bar.done(done);
  }

  /** Takes the bar away, so that something else can be said. */
  public synchronized void clear() {
    if (bar != null) {
      bar.clear();
    }
  }

  @Override
  public void close() {
    clear();
  }
}
