package dev.interlock.cli.gate;

import dev.interlock.cli.options.InputFile;
import dev.interlock.cli.options.OutputFile;
import dev.interlock.cli.output.RecoveryReport;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.cli.terminal.LedgerInUse;
import dev.interlock.usecases.DecideChange;
import dev.interlock.usecases.DecidedChange;
import dev.interlock.usecases.DecisionPack;
import dev.interlock.usecases.RecordDecision;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where a decision is kept. */
final class RecordOptions {

  @Option(
      names = "--record",
      paramLabel = "LEDGER",
      converter = OutputFile.class,
      description = "Appends the signed decision to this ledger; needs --key.")
  private @Nullable Path ledger;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      converter = InputFile.class,
      description = "Private key that signs decision and checkpoint.")
  private @Nullable Path key;

  @Option(
      names = "--origin",
      paramLabel = "NAME",
      defaultValue = "interlock.local/decisions",
      description = "Unique name of the ledger; interlock.local/decisions when absent.")
  private String origin = "interlock.local/decisions";

  @Option(
      names = "--pack",
      paramLabel = "FILE",
      converter = OutputFile.class,
      description = "Writes one ZIP with everything the decision rests on; must not exist.")
  private @Nullable Path pack;

  /** True when the decision is to be kept. */
  boolean asked() {
    return ledger != null || key != null || pack != null;
  }

  /** True when something is to be signed here. */
  boolean signs() {
    return ledger != null || key != null;
  }

  /** Where the pack goes; null when none is wanted. */
  @Nullable Path pack() {
    return pack;
  }

  /** Throws when the options do not fit together. */
  void check(Function<String, ParameterException> usage) {
    if ((ledger == null) != (key == null)) {
      throw usage.apply("--record LEDGER and --key FILE belong together");
    }
  }

  /** Keeps the decision where it was asked for; says so among the messages. */
  void keep(DecideChange.Request request, DecidedChange decided, Invocation invocation) {
    if (pack != null) {
      DecisionPack.requireNew(pack);
    }
    DecisionPack.Signed signed = null;
    if (ledger != null && key != null) {
      var where = new RecordDecision.Request(ledger, origin, key);
      var waiting = LedgerInUse.waiting(ledger, invocation);
      var recorded = new RecordDecision(invocation.clock(), waiting).run(decided, where);
      RecoveryReport.warnings(ledger, recorded.recovery()).forEach(invocation.err()::line);
      signed = new DecisionPack.Signed(recorded.envelope(), recorded.proof());
      invocation.err().line("Recorded in " + ledger);
    }
    if (pack != null) {
      new DecisionPack().write(request, decided, signed, pack);
      invocation.err().line("Packed into " + pack);
    }
  }
}
