package dev.interlock.cli.check;

import dev.interlock.cli.terminal.Terminal;
import dev.interlock.finding.Finding;
import dev.interlock.finding.Severity;
import dev.interlock.usecases.CheckReport;
import java.nio.file.Path;

/**
 * A report and how it is to be shown.
 *
 * @param report what was found
 * @param failOn findings of this severity or more fail the check
 * @param environment the environment it was checked for; empty when none was named
 * @param version of the program
 * @param directory the directory that paths in machine formats are relative to, absolute
 * @param terminal what the reader's terminal can show
 */
public record CheckView(
    CheckReport report,
    Severity failOn,
    String environment,
    String version,
    Path directory,
    Terminal terminal) {

  /** True when the finding fails the check. */
  boolean fails(Finding finding) {
    return CheckReport.fails(finding, failOn);
  }
}
