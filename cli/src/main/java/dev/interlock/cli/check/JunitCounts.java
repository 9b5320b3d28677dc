package dev.interlock.cli.check;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** How many tests came to what: JUnit wants that told before the tests. */
final class JunitCounts {

  private final Map<JunitCase.Kind, Long> counts = new EnumMap<>(JunitCase.Kind.class);

  void add(JunitCase.Kind kind) {
    counts.merge(kind, 1L, Long::sum);
  }

  void addAll(JunitCounts others) {
    others.counts.forEach((kind, count) -> counts.merge(kind, count, Long::sum));
  }

  boolean isEmpty() {
    return counts.isEmpty();
  }

  /** As attributes of a suite. */
  String attributes() {
    return " tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\" time=\"0\""
        .formatted(
            count(JunitCase.Kind.values()),
            count(JunitCase.Kind.FAILURE),
            count(JunitCase.Kind.ERROR),
            count(JunitCase.Kind.SKIPPED));
  }

  private long count(JunitCase.Kind... kinds) {
    return Arrays.stream(kinds).mapToLong(kind -> counts.getOrDefault(kind, 0L)).sum();
  }
}
