package dev.interlock.estate.checks;

import dev.interlock.estate.Entry;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import dev.interlock.estate.Kind;
import dev.interlock.finding.SourceRef;
import dev.interlock.finding.Suggestion;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is named exists, and is of a kind that may stand there. */
final class ReferencesExist implements Check {

  private final Map<Kind, Set<String>> names = new EnumMap<>(Kind.class);
  private final References references = new References();

  ReferencesExist(List<Declared> declared) {
    for (Declared one : declared) {
      names.computeIfAbsent(one.kind(), _ -> new TreeSet<>()).add(one.name());
    }
  }

  @Override
  public void run(Estate estate, Report report) {
    for (Kind kind : Kind.values()) {
      for (Entry<?> entry : estate.entries(kind)) {
        Set<List<Object>> seen = new HashSet<>();
        references.each(entry.spec(), (path, named) -> check(entry, path, named, seen, report));
      }
    }
  }

  private void check(
      Entry<?> entry,
      List<Object> path,
      References.Named named,
      Set<List<Object>> seen,
      Report report) {
    SourceRef at = entry.at(path.toArray());
    boolean inList = path.getLast() instanceof Integer;
    if (inList && !seen.add(List.of(path.subList(0, path.size() - 1), named.name()))) {
      String message = key(path) + " names \"" + named.name() + "\" twice";
      report.add(EstateCode.NAMED_TWICE, at, message);
    }
    if (named.kinds().stream().anyMatch(kind -> has(kind, named.name()))) {
      return;
    }
    String kinds = named.kinds().stream().map(Kind::word).collect(Collectors.joining(" or "));
    String message = key(path) + ": there is no " + kinds + " \"" + named.name() + "\"";
    report.add(EstateCode.DANGLING_REFERENCE, at, message, hint(named));
  }

  private boolean has(Kind kind, String name) {
    return names.getOrDefault(kind, Set.of()).contains(name);
  }

  private String hint(References.Named named) {
    Set<String> fitting = new TreeSet<>();
    for (Kind kind : named.kinds()) {
      fitting.addAll(names.getOrDefault(kind, Set.of()));
    }
    return Suggestion.didYouMean(named.name(), fitting)
        .or(() -> otherKind(named.name()))
        .orElse(
            fitting.isEmpty()
                ? "the estate has none yet"
                : fitting.size() <= 8 ? "known: " + String.join(", ", fitting) : "add it");
  }

  private Optional<String> otherKind(String name) {
    return Arrays.stream(Kind.values())
        .filter(kind -> has(kind, name))
        .findFirst()
        .map(kind -> "\"" + name + "\" is a " + kind.word());
  }

  /** The last key of a path: {@code services} of {@code [services, 3]}. */
  private static String key(List<Object> path) {
    Object last = path.getLast() instanceof Integer ? path.get(path.size() - 2) : path.getLast();
    return String.valueOf(last);
  }
}
