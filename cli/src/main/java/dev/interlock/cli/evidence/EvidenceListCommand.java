package dev.interlock.cli.evidence;

import dev.interlock.cli.options.AtOption;
import dev.interlock.cli.options.EstateOption;
import dev.interlock.cli.options.FormatOption;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.usecases.ListEvidence;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code evidence list}: what counts, and why the rest does not. */
@Command(
    name = "list",
    sortOptions = false,
    description = "Lists evidence: what it states, who signed it, and whether it counts.",
    footer = {
      "",
      "Exit code 1 when a piece does not count.",
      "",
      "Examples:",
      "  interlock evidence list evidence/ --estate estate/%n"
    })
public final class EvidenceListCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(
      paramLabel = "DIR",
      description = "Signed evidence: .json, .dsse, .intoto and .jsonl files.")
  private Path folder = Path.of("");

  @Mixin private final EstateOption estate = new EstateOption();

  @Mixin private final AtOption at = new AtOption();

  @Mixin private final FormatOption format = new FormatOption();

  /** Runs with these streams. */
  public EvidenceListCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Instant when = at.or(invocation.clock());
    var listing = new ListEvidence().run(folder, estate.folder(), when);
    listing.warnings().forEach(invocation.err()::problem);
    var items = listing.items();
    var out = invocation.out().writer();
    format.choose(() -> EvidenceReport.text(items, out), () -> EvidenceReport.json(items, out));
    boolean all = items.stream().allMatch(item -> item.trusted());
    return all ? ExitCode.GOOD : ExitCode.NO;
  }
}
