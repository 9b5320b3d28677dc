package dev.interlock.cli.ledger;

import dev.interlock.cli.options.FormatOption;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.usecases.ReadLedger;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ledger show}: what is in it. */
@Command(
    name = "show",
    sortOptions = false,
    description = "Lists the entries of a ledger.",
    footer = {
      "",
      "Examples:",
      "  interlock ledger show estate.ledger --key ledger.pub",
      "  interlock ledger show estate.ledger --key ledger.pub --from 100 --count 20%n"
    })
public final class LedgerShowCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Mixin private final LedgerOptions ledger = new LedgerOptions();

  @Option(
      names = "--from",
      paramLabel = "INDEX",
      defaultValue = "0",
      description = "First entry, counted from 0.")
  private long from;

  @Option(
      names = "--count",
      paramLabel = "NUMBER",
      description = "How many entries at most; all when absent.")
  private long count = Long.MAX_VALUE;

  @Mixin private final FormatOption format = new FormatOption();

  /** Runs with these streams. */
  public LedgerShowCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var request = new ReadLedger.Request(ledger.file, ledger.keys, from, count);
    var out = invocation.out().writer();
    format.choose(() -> EntryList.text(request, out), () -> EntryList.json(request, out));
    return ExitCode.GOOD;
  }
}
