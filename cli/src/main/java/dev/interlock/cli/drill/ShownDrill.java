package dev.interlock.cli.drill;

import dev.interlock.cli.backup.StageProgress;
import dev.interlock.cli.options.RecordOptions;
import dev.interlock.cli.output.Prose;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.usecases.RunDrill;
import java.nio.file.Path;

/** A drill as whoever started it sees it. */
record ShownDrill(Invocation invocation, StageProgress progress) {

  /** What a check found, at once. */
  void check(Checked check) {
    progress.aside(() -> invocation.err().line(Prose.safe(DrillText.check(check))));
  }

  /** The end of it; returns the exit code. */
  int end(RunDrill.Drilled drilled, Path key, Path out, RecordOptions ledger) {
    progress.ends();
    new DrillText(drilled.drill(), drilled.objectives()).summary(invocation.out().writer());
    drilled.doubts().forEach(doubt -> invocation.err().line(Prose.safe(doubt)));
    invocation.err().line("signed: " + Prose.safe(out.toString()));
    ledger.keep(drilled.envelope(), key, invocation);
    return DrillResult.isGood(drilled.drill(), drilled.objectives()) ? ExitCode.GOOD : ExitCode.NO;
  }
}
