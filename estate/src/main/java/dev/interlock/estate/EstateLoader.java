package dev.interlock.estate;

import dev.interlock.document.Agreed;
import dev.interlock.document.DocumentReader;
import dev.interlock.estate.checks.Checks;
import dev.interlock.estate.checks.Report;
import dev.interlock.estate.loading.CalendarFiles;
import dev.interlock.estate.loading.Collected;
import dev.interlock.estate.loading.DirectoryReading;
import dev.interlock.estate.loading.PolicyFolders;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Diagnostics;
import dev.interlock.finding.SourceRef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Loads an estate from a directory of YAML files in any layout and checks it as a whole. Everything
 * that is wrong is reported at once; nothing is thrown for bad input.
 */
public final class EstateLoader {

  private final DocumentReader reader;
  private final Set<String> shippedControls;

  /** A loader that knows no shipped controls, and so does not complain about unknown ones. */
  public EstateLoader() {
    this(Set.of());
  }

  /**
   * A loader.
   *
   * @param shippedControls names of the controls that exist beside those of the estate; when empty,
   *     controls that the estate does not hold are taken for shipped ones
   */
  public EstateLoader(Set<String> shippedControls) {
    this.reader = DocumentReader.standard();
    this.shippedControls = Set.copyOf(shippedControls);
  }

  /**
   * Loads and checks.
   *
   * @param directory as the user named it; diagnostics begin with it
   */
  public LoadedEstate load(Path directory) {
    Diagnostics diagnostics = new Diagnostics();
    Collected collected = new DirectoryReading(reader, directory).read(diagnostics::add);
    List<Estate> guesses = collected.guesses();
    List<Look> looks = guesses.stream().map(guess -> look(directory, guess, collected)).toList();
    diagnostics.addAll(Agreed.among(looks.stream().map(Look::found).toList()));
    SortedMap<String, String> files = new TreeMap<>(collected.digests());
    Look first = looks.getFirst();
    files.putAll(first.calendars().digests());
    files.putAll(first.policies().digests());
    return new LoadedEstate(
        collected.estate(), guesses, diagnostics.sorted(), files, first.calendars().texts());
  }

  private Look look(Path directory, Estate estate, Collected collected) {
    List<Diagnostic> found = new ArrayList<>();
    Report report = new Report(found::add);
    CalendarFiles calendars = CalendarFiles.read(directory, estate, report);
    PolicyFolders policies = PolicyFolders.read(directory, estate, report);
    new Checks(SourceRef.file(directory.toString()), shippedControls)
        .run(estate, collected.declared(), collected.torn(), report);
    return new Look(found, calendars, policies);
  }

  /** What one look at the estate as a whole gave. */
  private record Look(List<Diagnostic> found, CalendarFiles calendars, PolicyFolders policies) {}
}
