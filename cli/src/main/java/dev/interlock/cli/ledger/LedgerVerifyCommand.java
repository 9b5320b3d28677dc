package dev.interlock.cli.ledger;

import dev.interlock.cli.options.FormatOption;
import dev.interlock.cli.options.InputFile;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.cli.terminal.Progress;
import dev.interlock.ledger.PackVerification;
import dev.interlock.ledger.Verification;
import dev.interlock.usecases.ActionCode;
import dev.interlock.usecases.InputRejected;
import dev.interlock.usecases.VerifyDecisionPack;
import dev.interlock.usecases.VerifyLedger;
import dev.interlock.usecases.VerifyPack;
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
      "Verifies a ledger or an evidence pack from its file and public keys alone.",
      "",
      "Checks every entry and every checkpoint and names the first entry that does not hold."
          + " Of a pack, it checks that its entries are in the ledger and what its files are"
          + " proven by. Of a decision's pack (gate --pack), that its files are those that were"
          + " packed and who signed the decision; gate --replay derives it again."
    },
    footer = {
      "",
      "Exit code 1 when something does not hold, also when entries or torn bytes at the end",
      "are covered by no checkpoint: for those nobody vouches.",
      "",
      "Examples:",
      "  interlock ledger verify estate.ledger --key ledger.pub",
      "  interlock ledger verify estate.ledger --key ledger.pub --since kept.txt",
      "  interlock ledger verify evidence.zip --key ledger.pub",
      "  interlock ledger verify decision.zip --key gate.key.pub%n"
    })
public final class LedgerVerifyCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Mixin private final LedgerOptions ledger = new LedgerOptions();

  @Option(
      names = "--since",
      paramLabel = "FILE",
      converter = InputFile.class,
      description = "A checkpoint kept from earlier: proves that nothing was rolled back since.")
  private @Nullable Path since;

  @Mixin private final FormatOption format = new FormatOption();

  /** Runs with these streams. */
  public LedgerVerifyCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    if (VerifyPack.looksLikePack(ledger.file)) {
      return verifyPack();
    }
    long size = Files.isRegularFile(ledger.file) ? Files.size(ledger.file) : 0;
    Verification result;
    try (Progress progress = new Progress(invocation, "verifying", size)) {
      var request = new VerifyLedger.Request(ledger.file, ledger.keys, since);
      result = new VerifyLedger().run(request, progress::done);
    }
    var out = invocation.out().writer();
    format.choose(
        () -> VerificationReport.text(result, since != null, out),
        () -> VerificationReport.json(result, out));
    return result.holds() ? ExitCode.GOOD : ExitCode.NO;
  }

  private int verifyDecision() {
    VerifyDecisionPack.Found found = new VerifyDecisionPack().run(ledger.file, ledger.keys);
    var out = invocation.out().writer();
    format.choose(
        () -> DecisionPackReport.text(found, ledger.file, out),
        () -> DecisionPackReport.json(found, out));
    return found.holds() ? ExitCode.GOOD : ExitCode.NO;
  }

  private int verifyPack() {
    if (since != null) {
      throw new InputRejected(
          ActionCode.NOT_COMPARABLE.code(),
          ledger.file.toString(),
          "a pack cannot be compared with a checkpoint",
          null);
    }
    if (VerifyDecisionPack.recognises(ledger.file)) {
      return verifyDecision();
    }
    PackVerification result = new VerifyPack().run(ledger.file, ledger.keys);
    var out = invocation.out().writer();
    format.choose(() -> PackReport.text(result, out), () -> PackReport.json(result, out));
    return result.holds() ? ExitCode.GOOD : ExitCode.NO;
  }
}
