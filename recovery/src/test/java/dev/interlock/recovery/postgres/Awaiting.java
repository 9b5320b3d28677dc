package dev.interlock.recovery.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what must become true, for much longer than it ever takes. */
public final class Awaiting {

  private static final Duration DEADLINE = Duration.ofMinutes(2);

  private Awaiting() {}

  /** Returns when it is true. */
  public static void until(Callable<Boolean> condition, String what) throws Exception {
    long end = System.nanoTime() + DEADLINE.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + DEADLINE + ": " + what);
      }
      Thread.sleep(20);
    }
  }

  /** A process that ended but that nobody has waited for does not run. */
  public static boolean runs(ProcessHandle process) throws IOException {
    Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
    try {
      return process.isAlive() && !(Files.exists(stat) && Files.readString(stat).contains(") Z "));
    } catch (IOException _) {
      return false;
    }
  }
}
