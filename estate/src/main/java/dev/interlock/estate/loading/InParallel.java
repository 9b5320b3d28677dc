package dev.interlock.estate.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/** Does the same with each of many things, on all processors; the order of results is kept. */
final class InParallel {

  /** Below this, starting threads costs more than they save. */
  private static final int WORTH_IT = 8;

  private InParallel() {}

  static <T, R> List<R> map(List<T> things, Function<T, R> work) {
    int helpers =
        Math.min(Runtime.getRuntime().availableProcessors() - 1, things.size() / WORTH_IT);
    AtomicReferenceArray<R> results = new AtomicReferenceArray<>(things.size());
    AtomicInteger next = new AtomicInteger();
    Runnable loop =
        () -> {
          for (int i = next.getAndIncrement(); i < things.size(); i = next.getAndIncrement()) {
            results.set(i, work.apply(things.get(i)));
          }
        };
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < helpers; i++) {
      threads.add(Thread.ofPlatform().daemon().name("estate-" + i).start(loop));
    }
    loop.run();
    threads.forEach(InParallel::join);
    return collect(things, results, work);
  }

  /** A thing whose thread failed is done again here, where its exception reaches the caller. */
  private static <T, R> List<R> collect(
      List<T> things, AtomicReferenceArray<R> results, Function<T, R> work) {
    List<R> all = new ArrayList<>(things.size());
    for (int i = 0; i < things.size(); i++) {
      R result = results.get(i);
      all.add(result == null ? work.apply(things.get(i)) : result);
    }
    return all;
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
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
}
