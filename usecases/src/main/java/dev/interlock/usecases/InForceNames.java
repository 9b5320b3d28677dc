package dev.interlock.usecases;

import dev.interlock.finding.Finding;
import dev.interlock.finding.SourceRef;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Tells places in the estate in force by their path in it, not by where this machine keeps it. */
record InForceNames(EstateInForce estate) {

  /**
   * Refuses an environment that the estate does not have.
   *
   * @throws InputRejected when it has none of that name
   */
  void require(@Nullable String environment) {
    if (environment != null) {
      ReadEstate.environment(estate.loaded(), Path.of("estate"), environment);
    }
  }

  /** The report without this machine's folders. */
  CheckReport in(CheckReport report) {
    return new CheckReport(
        report.resources(),
        report.evaluations(),
        report.controls(),
        report.findings().stream().map(this::in).toList(),
        report.problems(),
        report.skipped(),
        report.notes());
  }

  private Finding in(Finding finding) {
    SourceRef source = finding.source();
    String folder = estate.folder() + "/";
    boolean ofEstate =
        finding.subject().plane().equals("estate") && source.file().startsWith(folder);
    return ofEstate
        ? finding.at(
            new SourceRef(source.file().substring(folder.length()), source.line(), source.column()))
        : finding;
  }
}
