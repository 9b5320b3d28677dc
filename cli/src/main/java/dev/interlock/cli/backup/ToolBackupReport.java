package dev.interlock.cli.backup;

import dev.interlock.cli.output.Prose;
import dev.interlock.finding.Finding;
import dev.interlock.recovery.StoredBackup;
import dev.interlock.recovery.StoredBackup.KeptBy;
import dev.interlock.usecases.RunToolBackup.Made;
import java.io.PrintWriter;
import java.util.Objects;

/** A backup that another tool made, for people. */
final class ToolBackupReport {

  private ToolBackupReport() {}

  static void text(Made made, PrintWriter out) {
    StoredBackup backup = made.backup();
    KeptBy by = Objects.requireNonNull(backup.kept());
    line(out, by.tool() + " saved " + backup.environment() + " as " + backup.name());
    line(out, "  brings back  " + BackupReport.broughtBack(backup));
    line(out, "  server       " + by.kind() + ", " + BackupReport.size(backup.bytes()));
    line(out, "  files        not in it: those of attachments are saved by --method pg-dump");
    line(out, "  plan         " + plan(made));
    for (Finding finding : made.findings()) {
      line(out, "    " + finding.control() + ": " + finding.message());
      line(out, "      " + finding.remediation());
    }
  }

  private static String plan(Made made) {
    if (!made.findings().isEmpty()) {
      return "NOT KEPT";
    }
    if (!made.keeps().isEmpty()) {
      return String.join(", ", made.keeps()) + " kept; locks and regions: see backup status";
    }
    return made.others().isEmpty()
        ? "none: the estate does not say how often and for how long backups are made"
        : "NOT KEPT: " + String.join("; ", made.others());
  }

  private static void line(PrintWriter out, String text) {
    out.write(Prose.safe(text) + "\n");
  }
}
