package dev.interlock.cli.ledger;

import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.cli.terminal.OutputFormat;
import dev.interlock.cli.terminal.Progress;
import dev.interlock.ledger.Verification;
import dev.interlock.usecases.VerifyLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ledger verify}: does everything in it hold? */
@Command(
    name = "verify",
    sortOptions = false,
    description = {
      "Verifies a ledger from its file and the public key alone.",
      "",
      "Checks every entry and every checkpoint and names the first entry that does not hold."
    },
    footer = {
      "",
      "Exit code 1 when something does not hold.",
      "",
      "Examples:",
      "  interlock ledger verify estate.ledger --key ledger.pub",
      "  interlock ledger verify estate.ledger --key ledger.pub --since kept.txt%n"
    })
public final class LedgerVerifyCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Mixin private final LedgerOptions ledger = new LedgerOptions();

  @Option(
      names = "--since",
      paramLabel = "FILE",
      description = "A checkpoint kept from earlier: proves that nothing was rolled back since.")
  private @Nullable Path since;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text (usual) or json.")
  private OutputFormat format = OutputFormat.TEXT;

  /** Runs with these streams. */
  public LedgerVerifyCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    long size = Files.isRegularFile(ledger.file) ? Files.size(ledger.file) : 0;
    Verification result;
    try (Progress progress = new Progress(invocation, "verifying", size)) {
      var request = new VerifyLedger.Request(ledger.file, ledger.keys, since);
      result = new VerifyLedger().run(request, progress::done);
    }
    var out = invocation.out().writer();
    switch (format) {
      case TEXT -> VerificationReport.text(result, since != null, out);
      case JSON -> VerificationReport.json(result, out);
    }
    return result.holds() ? ExitCode.GOOD : ExitCode.NO;
  }
}
