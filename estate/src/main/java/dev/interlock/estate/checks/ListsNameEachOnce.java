package dev.interlock.estate.checks;

import dev.interlock.estate.Entry;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import dev.interlock.estate.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A list of names holds each of them once. */
final class ListsNameEachOnce implements Check {

  private final References references;

  ListsNameEachOnce(References references) {
    this.references = references;
  }

  @Override
  public void run(Estate estate, Names names, Report report) {
    for (Kind kind : Kind.values()) {
      estate.entries(kind).forEach(entry -> check(entry, report));
    }
  }

  private void check(Entry<?> entry, Report report) {
    Set<List<Object>> seen = new HashSet<>();
    references.each(
        entry.spec(),
        (path, named) -> {
          boolean inList = path.getLast() instanceof Integer;
          List<Object> list = path.subList(0, path.size() - 1);
          if (inList && !seen.add(List.of(list, named.name()))) {
            String message = References.key(path) + " names \"" + named.name() + "\" twice";
            report.add(EstateCode.NAMED_TWICE, entry.at(path.toArray()), message);
          }
        });
  }
}
