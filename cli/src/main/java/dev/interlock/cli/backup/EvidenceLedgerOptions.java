package dev.interlock.cli.backup;

import dev.interlock.cli.options.OutputFile;
import dev.interlock.cli.output.Prose;
import dev.interlock.cli.output.RecoveryReport;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.cli.terminal.LedgerInUse;
import dev.interlock.ledger.Envelope;
import dev.interlock.usecases.RecordDecision;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In which ledger signed evidence of a backup or a drill is recorded. */
public final class EvidenceLedgerOptions {

  @Option(
      names = "--record",
      paramLabel = "LEDGER",
      converter = OutputFile.class,
      description = "Appends the signed evidence to this ledger.")
  private @Nullable Path ledger;

  @Option(
      names = "--origin",
      paramLabel = "NAME",
      defaultValue = "interlock.local/decisions",
      description = "Unique name of the ledger; interlock.local/decisions when absent.")
  private String origin = "interlock.local/decisions";

  /** Records where that was asked for; says so among the messages. */
  public void keep(Envelope signed, Path key, Invocation invocation) {
    if (ledger == null) {
      return;
    }
    var recorded =
        new RecordDecision(invocation.clock(), LedgerInUse.waiting(ledger, invocation))
            .run(signed, new RecordDecision.Request(ledger, origin, key));
    RecoveryReport.warnings(ledger, recorded.recovery()).forEach(invocation.err()::line);
    invocation.err().line("Recorded in " + Prose.safe(ledger.toString()));
  }
}
