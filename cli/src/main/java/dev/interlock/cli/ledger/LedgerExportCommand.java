package dev.interlock.cli.ledger;

import dev.interlock.cli.options.OutputFile;
import dev.interlock.cli.output.Prose;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.cli.terminal.ResultFile;
import dev.interlock.ledger.SignedCheckpoint;
import dev.interlock.usecases.PackEvidence;
import dev.interlock.usecases.ReadLedger;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ledger export}: takes the evidence, and a checkpoint to keep, out of a ledger. */
@Command(
    name = "export",
    sortOptions = false,
    description = {
      "Writes the envelopes of a ledger as JSON Lines, one a line, or an evidence pack.",
      "",
      "The gate reads such a file in its --evidence folder when its name ends in .jsonl. A kept"
          + " checkpoint later proves, with ledger verify --since, that nothing was rolled back. A pack is one ZIP"
          + " that verifies on its own, with ledger verify or by hand with openssl."
    },
    footer = {
      "",
      "Examples:",
      "  interlock ledger export estate.ledger --key ledger.pub --output all.jsonl",
      "  interlock ledger export estate.ledger --key ledger.pub --checkpoint kept.txt",
      "  interlock ledger export estate.ledger --key ledger.pub \\",
      "      --pack audit.zip --entry 7%n"
    })
public final class LedgerExportCommand implements Callable<Integer> {

  private final Invocation invocation;
  private final AtomicLong others = new AtomicLong();

  @Mixin private final LedgerOptions ledger = new LedgerOptions();

  @Option(
      names = "--output",
      paramLabel = "FILE",
      converter = OutputFile.class,
      description = "Where the envelopes go; to standard output when absent.")
  private @Nullable Path output;

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      converter = OutputFile.class,
      description = "Writes only the latest signed checkpoint, there.")
  private @Nullable Path checkpoint;

  @Option(
      names = "--pack",
      paramLabel = "FILE",
      converter = OutputFile.class,
      description = "Writes an evidence pack there.")
  private @Nullable Path pack;

  @Option(
      names = "--entry",
      paramLabel = "INDEX",
      description = "An entry for the pack, counted from 0; all when absent. May be repeated.")
  private List<Long> entries = List.of();

  /** Runs with these streams. */
  public LedgerExportCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (checkpoint != null) {
      SignedCheckpoint latest = read(0, null);
      ResultFile.write(checkpoint, out -> out.write(latest.note()));
    }
    if (pack != null) {
      long count = new PackEvidence().run(ledger.file, ledger.keys, entries, pack);
      invocation.err().line("Packed " + Prose.count(count, "entry", "entries") + " into " + pack);
    }
    if (output != null) {
      ResultFile.write(output, out -> read(Long.MAX_VALUE, out));
    } else if (checkpoint == null && pack == null) {
      read(Long.MAX_VALUE, invocation.out().writer());
    }
    if (others.get() > 0) {
      String left = Prose.count(others.get(), "entry", "entries");
      invocation.err().line("warning: left out " + left + ": not a DSSE envelope");
    }
    return ExitCode.GOOD;
  }

  private SignedCheckpoint read(long count, @Nullable PrintWriter out) {
    return new ReadLedger()
        .run(
            new ReadLedger.Request(ledger.file, ledger.keys, 0, count),
            entry -> {
              if (entry.envelope() == null) {
                others.incrementAndGet();
              } else if (out != null) {
                out.write(entry.envelope().toJson().utf8() + "\n");
              }
            });
  }
}
