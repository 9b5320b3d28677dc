package dev.interlock.recovery.filestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class CrewTest {

  @Test
  void each_task_is_done_once() {
    Set<Integer> done = ConcurrentHashMap.newKeySet();
    AtomicInteger count = new AtomicInteger();
    Crew.work(
        5,
        IntStream.range(0, 1000).iterator(),
        () ->
            task -> {
              done.add(task);
              count.incrementAndGet();
            });
    assertThat(done).hasSize(1000);
    assertThat(count).hasValue(1000);
  }

  @Test
  void failure_ends_the_others_even_when_tasks_never_end() {
    Consumer<Integer> fails =
        task -> {
          if (task == 100) {
            throw new IllegalStateException("task 100");
          }
        };
    assertThatThrownBy(() -> Crew.work(4, Stream.iterate(0, i -> i + 1).iterator(), () -> fails))
        .hasMessage("task 100");
  }

  @Test
  void interrupted_caller_ends_all() {
    Thread.currentThread().interrupt();
    Consumer<Integer> works = _ -> Thread.onSpinWait();
    assertThatThrownBy(() -> Crew.work(3, Stream.iterate(0, i -> i + 1).iterator(), () -> works))
        .hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }
}
