package dev.interlock.recovery.filestore;

import dev.interlock.recovery.filestore.FileProblem.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is wrong with files.
 *
 * @param counts how many of each kind
 * @param named the files, sorted by name; perhaps not all of them
 */
public record FileProblems(Map<Kind, Long> counts, List<FileProblem> named) {

  private static final int SHOWN = 5;

  public FileProblems {
    counts = Map.copyOf(counts);
    named = List.copyOf(named);
  }

  /** True when nothing is wrong. */
  public boolean isEmpty() {
    return counts.isEmpty();
  }

  /** How many files something is wrong with. */
  public long count() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many files this is wrong with. */
  public long count(Kind kind) {
    return counts.getOrDefault(kind, 0L);
  }

  /** The names of the files that this is wrong with, as far as they were kept. */
  public List<String> names(Kind kind) {
    return named.stream().filter(p -> p.kind() == kind).map(FileProblem::name).toList();
  }

  /** The first of them in words, and how many more there are. */
  public String text() {
    String first =
        named.stream().limit(SHOWN).map(FileProblem::toString).collect(Collectors.joining("; "));
    long more = count() - Math.min(SHOWN, named.size());
    return more > 0 ? first + "; and " + more + " more" : first;
  }

  /** Collects them from several threads; of each kind so many are named. */
  static final class Collector {

    private final int limit;
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final List<FileProblem> named = new ArrayList<>();

    Collector(int limit) {
      this.limit = limit;
    }

    synchronized void add(FileProblem problem) {
      if (counts.merge(problem.kind(), 1L, Long::sum) <= limit) {
        named.add(problem);
      }
    }

    synchronized FileProblems collected() {
      List<FileProblem> sorted = new ArrayList<>(named);
      sorted.sort(Comparator.comparing(FileProblem::name));
      return new FileProblems(counts, sorted);
    }
  }
}
