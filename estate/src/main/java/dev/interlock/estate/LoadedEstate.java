package dev.interlock.estate;

import dev.interlock.finding.Diagnostic;
import java.util.List;
import java.util.Map;

/**
 * What loading a directory gave.
 *
 * @param estate every document that could be read; not fit for use when there are errors
 * @param diagnostics everything that is wrong, by file and place
 * @param digest {@code sha256:…} over the path and digest of each file that the estate rests on, so
 *     that a decision can name it: the same files give the same digest wherever they lie
 * @param calendarFiles the text of each iCalendar file by the name of the Calendar that names it
 */
public record LoadedEstate(
    Estate estate, List<Diagnostic> diagnostics, String digest, Map<String, String> calendarFiles) {

  public LoadedEstate {
    diagnostics = List.copyOf(diagnostics);
    calendarFiles = Map.copyOf(calendarFiles);
  }

  /** True when the estate must not be used. */
  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }
}
