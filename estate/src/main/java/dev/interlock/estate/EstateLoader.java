package dev.interlock.estate;

import dev.interlock.document.DocumentReader;
import dev.interlock.estate.checks.Checks;
import dev.interlock.estate.checks.Report;
import dev.interlock.estate.loading.CalendarFiles;
import dev.interlock.estate.loading.Collected;
import dev.interlock.estate.loading.DirectoryReading;
import dev.interlock.estate.loading.PolicyFolders;
import dev.interlock.finding.Diagnostics;
import dev.interlock.finding.SourceRef;
import java.nio.file.Path;
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
    Estate estate = new Estate(collected.entries());
    Report report = new Report(diagnostics::add);
    CalendarFiles calendars = CalendarFiles.read(directory, estate, report);
    PolicyFolders policies = PolicyFolders.read(directory, estate, report);
    new Checks(SourceRef.file(directory.toString()), shippedControls)
        .run(estate, collected.declared(), report);
    SortedMap<String, String> files = new TreeMap<>(collected.digests());
    files.putAll(calendars.digests());
    files.putAll(policies.digests());
    return new LoadedEstate(estate, diagnostics.sorted(), files, calendars.texts());
  }
}
