package dev.interlock.cli.options;

import dev.interlock.cli.output.Prose;
import dev.interlock.cli.output.RecoveryReport;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.cli.terminal.LedgerInUse;
import dev.interlock.ledger.Envelope;
import dev.interlock.usecases.DecidedChange;
import dev.interlock.usecases.RecordDecision;
import dev.interlock.usecases.RecordDecision.Recorded;
import java.nio.file.Path;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In which ledger signed evidence, of which decisions are some, is recorded. */
public final class RecordOptions {

  private static final String ORIGIN = "interlock.local/decisions";

  @Option(
      names = "--record",
      paramLabel = "LEDGER",
      converter = OutputFile.class,
      description = "Appends the signed evidence to this ledger.")
  private @Nullable Path ledger;

  @Option(
      names = "--origin",
      paramLabel = "NAME",
      defaultValue = ORIGIN,
      description = "Unique name of the ledger; " + ORIGIN + " when absent.")
  private String origin = ORIGIN;

  /** True when something is to be recorded. */
  public boolean asked() {
    return ledger != null;
  }

  /** Records evidence where that was asked for; says so among the messages. */
  public void keep(Envelope signed, Path key, Invocation invocation) {
    keep((recording, where) -> recording.run(signed, where), key, invocation);
  }

  /** Signs and records a decision where that was asked for; null where it was not. */
  public @Nullable Recorded keep(DecidedChange decided, Path key, Invocation invocation) {
    return keep((recording, where) -> recording.run(decided, where), key, invocation);
  }

  private @Nullable Recorded keep(
      BiFunction<RecordDecision, RecordDecision.Request, Recorded> what,
      Path key,
      Invocation invocation) {
    if (ledger == null) {
      return null;
    }
    var recording = new RecordDecision(invocation.clock(), LedgerInUse.waiting(ledger, invocation));
    Recorded recorded = what.apply(recording, new RecordDecision.Request(ledger, origin, key));
    RecoveryReport.warnings(ledger, recorded.recovery()).forEach(invocation.err()::line);
    invocation.err().line("Recorded in " + Prose.safe(ledger.toString()));
    return recorded;
  }
}
