package dev.interlock.recovery.filestore;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Several threads that take one task after the other from a list that need not be in memory. When
 * one of them fails, the others end after their task.
 */
public final class Crew {

  private Crew() {}

  /**
   * Does all tasks, and throws what the first of them threw.
   *
   * @param worker makes what a thread does with a task; called once for each thread
   */
  public static <T> void work(int threads, Iterator<T> tasks, Supplier<Consumer<T>> worker) {
    Tasks<T> shared = new Tasks<>(tasks);
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        ends.add(pool.submit(() -> shared.doWith(worker.get())));
      }
      awaitAll(ends, shared);
    }
  }

  /** The others must know that they are to end before the pool waits for them. */
  private static void awaitAll(List<Future<?>> ends, Tasks<?> shared) {
    try {
      ends.forEach(Crew::await);
    } finally {
      shared.stop();
    }
  }

  private static void await(Future<?> end) {
    try {
      end.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while files were worked on", e);
    }
  }

  /** Tasks that several threads take. */
  private static final class Tasks<T> {

    private final Iterator<T> tasks;
    private final AtomicBoolean stopped = new AtomicBoolean();

    Tasks(Iterator<T> tasks) {
      this.tasks = tasks;
    }

    void doWith(Consumer<T> worker) {
      boolean ended = false;
      try {
        for (T task = take(); task != null; task = take()) {
          worker.accept(task);
        }
        ended = true;
      } finally {
        if (!ended) {
          stop();
        }
      }
    }

    private synchronized @Nullable T take() {
      return !stopped.get() && tasks.hasNext() ? tasks.next() : null;
    }

    void stop() {
      stopped.set(true);
    }
  }
}
