package dev.interlock.estate.checks;

import dev.interlock.estate.Entry;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import dev.interlock.estate.Kind;
import dev.interlock.finding.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is named exists, and is of a kind that may stand there. */
final class ReferencesExist implements Check {

  private final References references;

  ReferencesExist(References references) {
    this.references = references;
  }

  @Override
  public void run(Estate estate, Names names, Report report) {
    for (Kind kind : Kind.values()) {
      for (Entry<?> entry : estate.entries(kind)) {
        references.each(
            entry.spec(),
            (path, named) -> {
              if (named.kinds().stream().noneMatch(k -> names.of(k).contains(named.name()))) {
                complain(entry, path, named, names, report);
              }
            });
      }
    }
  }

  private static void complain(
      Entry<?> entry, List<Object> path, References.Named named, Names names, Report report) {
    String kinds = named.kinds().stream().map(Kind::word).collect(Collectors.joining(" or "));
    report.add(
        EstateCode.DANGLING_REFERENCE,
        entry.at(path.toArray()),
        References.key(path) + ": there is no " + kinds + " \"" + named.name() + "\"",
        hint(named, names));
  }

  private static String hint(References.Named named, Names names) {
    Set<String> fitting = new TreeSet<>();
    named.kinds().forEach(kind -> fitting.addAll(names.of(kind)));
    if (fitting.isEmpty()) {
      return otherKind(named.name(), names).orElse("the estate has none yet");
    }
    return Suggestion.didYouMean(named.name(), fitting)
        .or(() -> otherKind(named.name(), names))
        .orElse(fitting.size() <= 8 ? "known: " + String.join(", ", fitting) : "add it");
  }

  private static Optional<String> otherKind(String name, Names names) {
    return Arrays.stream(Kind.values())
        .filter(kind -> names.of(kind).contains(name))
        .findFirst()
        .map(kind -> "\"" + name + "\" is a " + kind.word());
  }
}
