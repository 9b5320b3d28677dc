package dev.interlock.estate.loading;

import dev.interlock.estate.Entry;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Kind;
import dev.interlock.estate.checks.Declared;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * What the files of a directory held, in order of the files.
 *
 * @param documents those of ours, as far as they could be read
 * @param digests SHA-256 in hex of each file with a document of ours, by path below the directory
 */
public record Collected(List<ReadDocument> documents, SortedMap<String, String> digests) {

  /** The documents that could be read. */
  public Estate estate() {
    List<Entry<?>> entries = new ArrayList<>(documents.size());
    documents.forEach(document -> document.entry().ifPresent(entries::add));
    return new Estate(entries);
  }

  /** All names, those of unreadable documents included. */
  public List<Declared> declared() {
    return documents.stream()
        .filter(ReadDocument::isNamed)
        .map(each -> new Declared(each.kind(), each.header().name(), each.header().nameSource()))
        .toList();
  }

  /** The kinds of which not everything could be read that may be named elsewhere. */
  public Set<Kind> torn() {
    Set<Kind> torn = EnumSet.noneOf(Kind.class);
    documents.stream()
        .filter(ReadDocument::mayHoldMore)
        .forEach(document -> torn.add(document.kind()));
    return Collections.unmodifiableSet(torn);
  }

  /**
   * The estate with every document, to look for further mistakes in: several times over, with other
   * values each time where something could not be read; once when everything could.
   */
  public List<Estate> guesses() {
    List<String> names = differentNames();
    int turns = documents.stream().mapToInt(each -> each.spec().turns()).max().orElse(0);
    List<Estate> guesses = new ArrayList<>();
    for (int turn = 0; turn < Math.max(1, turns); turn++) {
      guesses.add(guess(names, turn));
    }
    return guesses;
  }

  private Estate guess(List<String> names, int turn) {
    List<Entry<?>> entries = new ArrayList<>(documents.size());
    for (int i = 0; i < documents.size(); i++) {
      documents.get(i).guess(names.get(i), turn).ifPresent(entries::add);
    }
    return new Estate(entries);
  }

  /** Of two documents with the same name the second has mistakes of its own too. */
  private List<String> differentNames() {
    Map<Kind, Set<String>> taken = new EnumMap<>(Kind.class);
    List<String> names = new ArrayList<>(documents.size());
    for (ReadDocument document : documents) {
      Set<String> others = taken.computeIfAbsent(document.kind(), _ -> new HashSet<>());
      String name = document.header().name();
      for (int copy = 2; !others.add(name); copy++) {
        name = document.header().name() + " (" + copy + ")";
      }
      names.add(name);
    }
    return names;
  }
}
