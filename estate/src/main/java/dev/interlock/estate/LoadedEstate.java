package dev.interlock.estate;

import dev.interlock.document.Agreed;
import dev.interlock.estate.loading.DirectoryDigest;
import dev.interlock.finding.Diagnostic;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What loading a directory gave.
 *
 * @param estate every document that could be read; not fit for use when there are errors
 * @param guesses the estate with every document, other values standing each time where something
 *     could not be read: to look for further mistakes in
 * @param diagnostics everything that is wrong, by file and place
 * @param files SHA-256 in hex of each file that the estate rests on, by its path below the
 *     directory
 * @param calendarFiles the text of each iCalendar file by the name of the Calendar that names it
 */
public record LoadedEstate(
    Estate estate,
    List<Estate> guesses,
    List<Diagnostic> diagnostics,
    SortedMap<String, String> files,
    Map<String, String> calendarFiles) {

  public LoadedEstate {
    guesses = List.copyOf(guesses);
    diagnostics = List.copyOf(diagnostics);
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    calendarFiles = Map.copyOf(calendarFiles);
  }

  /** What a look finds wrong whatever stands where something could not be read. */
  public List<Diagnostic> found(Function<Estate, List<Diagnostic>> look) {
    return Agreed.among(guesses.stream().map(look).toList());
  }

  /** The same estate, of which this is said. */
  public LoadedEstate with(List<Diagnostic> everythingWrong) {
    return new LoadedEstate(estate, guesses, everythingWrong, files, calendarFiles);
  }

  /**
   * {@code sha256:…} over {@link #listing()}, so that a decision can name the estate: the same
   * files give the same digest wherever they lie.
   */
  public String digest() {
    return DirectoryDigest.of(files);
  }

  /** The files and their digests as {@code sha256sum} prints them, sorted by path. */
  public String listing() {
    return DirectoryDigest.list(files);
  }

  /** True when the estate must not be used. */
  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }
}
