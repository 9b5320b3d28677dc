package dev.interlock.recovery.drill;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;

/**
 * A part of a restore that runs on a thread of its own while another part does its work. The place
 * of a drill must not be left before it has ended: who starts one takes its result or {@link #end}s
 * or {@link #stop}s it.
 *
 * @param <T> what it gives; may be a nullable type
 */
@NullUnmarked
final class Meanwhile<T> {

  private final String what;
  private final FutureTask<T> task;
  private final Thread thread;

  private Meanwhile(String what, Supplier<T> part) {
    this.what = what;
    this.task = new FutureTask<>(part::get);
    this.thread = Thread.ofPlatform().daemon().name(what).unstarted(task);
  }

  /**
   * Starts it.
   *
   * @param what did not come back when it breaks, for people
   */
  static <T> Meanwhile<T> start(String what, Supplier<T> part) {
    Meanwhile<T> meanwhile = new Meanwhile<>(what, part);
    meanwhile.thread.start();
    return meanwhile;
  }

  /**
   * Waits for what it gives.
   *
   * @throws Fault the one it ended with, or RESTORE_FAILED when it broke or was interrupted
   */
  T result() {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Fault fault) {
        throw fault;
      }
      throw failed(what + " did not come back: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(what + " did not come back: it was interrupted", e);
    }
  }

  /**
   * Waits until it has ended, however it did: something else has failed already. Who is interrupted
   * waits too, as it would go on in a place that is gone.
   */
  void end() {
    boolean interrupted = Thread.interrupted();
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** What it gives is of use to nobody any more: it is interrupted in what it does. */
  void interrupt() {
    thread.interrupt();
  }

  /** The same, and waits until it has ended. */
  void stop() {
    interrupt();
    end();
  }

  private static Fault failed(String why, Exception cause) {
    return new Fault(RecoveryCode.RESTORE_FAILED.code(), why, cause);
  }
}
