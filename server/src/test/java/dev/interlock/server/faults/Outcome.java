package dev.interlock.server.faults;

import dev.interlock.server.api.ApiClient;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What came of many requests. Safe for use by many threads. */
final class Outcome {

  private static final int FAILED = 400;

  private final Queue<Long> millis = new ConcurrentLinkedQueue<>();
  private final Map<Integer, Long> statuses = new ConcurrentHashMap<>();
  private final Map<String, Long> failures = new ConcurrentHashMap<>();

  void came(ApiClient.Answer answer) {
    statuses.merge(answer.status(), 1L, Long::sum);
    if (answer.status() >= FAILED) {
      failed(answer.text());
    }
  }

  void failed(String why) {
    failures.merge(why, 1L, Long::sum);
  }

  void took(long time) {
    millis.add(time);
  }

  Map<Integer, Long> statuses() {
    return Map.copyOf(statuses);
  }

  /** Why, and how often. */
  Map<String, Long> failures() {
    return Map.copyOf(failures);
  }

  long answered() {
    return statuses.values().stream().mapToLong(Long::longValue).sum();
  }

  long of(int status) {
    return statuses.getOrDefault(status, 0L);
  }

  @Override
  public String toString() {
    List<Long> sorted = millis.stream().sorted().toList();
    return "%d requests: p50 %d ms, p99 %d ms, answers %s"
        .formatted(sorted.size(), at(sorted, 0.50), at(sorted, 0.99), statuses);
  }

  private static long at(List<Long> sorted, double part) {
    return sorted.isEmpty() ? 0 : sorted.get((int) (part * (sorted.size() - 1)));
  }
}
