package dev.interlock.cli.drill;

import dev.interlock.cli.options.AtOption;
import dev.interlock.cli.options.FormatOption;
import dev.interlock.cli.options.PathConverter;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.usecases.ReviewDrills;
import dev.interlock.usecases.ReviewDrills.Reviewed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code drill list}: the drills of a folder, newest first. */
@Command(
    name = "list",
    sortOptions = false,
    description = "Lists drills, newest first: what was proven, and where objectives are going.",
    footer = {
      "",
      "A drill counts when a key that the estate trusts for drills signed it.",
      "",
      "Examples:",
      "  interlock drill list evidence/ --estate estate/",
      "  interlock drill list evidence/ --estate estate/ --environment core-production",
      "  interlock drill list --server https://interlock.example.com%n"
    })
public final class DrillListCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      converter = PathConverter.class,
      description = "Signed evidence: .json, .dsse, .intoto and .jsonl files.")
  private @Nullable Path folder;

  @Mixin private final ReviewOptions review = new ReviewOptions();

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      description = "Drills of this environment alone.")
  private @Nullable String environment;

  @Mixin private final AtOption at = new AtOption();

  @Mixin private final FormatOption format = new FormatOption();

  /** Runs with these streams. */
  public DrillListCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    Instant when = at.or(invocation.clock());
    List<Reviewed> drills = review.isRemote() ? remote() : local(when);
    var out = invocation.out().writer();
    format.choose(() -> new DrillList(drills, when).text(out), () -> DrillJson.list(drills, out));
    return ExitCode.GOOD;
  }

  private List<Reviewed> remote() throws IOException {
    if (folder != null) {
      throw review.wrong("a folder is listed with --estate, a server's drills without a folder");
    }
    return RemoteDrills.at(review.server(), invocation).all(environment);
  }

  private List<Reviewed> local(Instant when) {
    if (folder == null) {
      throw review.wrong("expected a folder of evidence, or --server URL");
    }
    var listing = new ReviewDrills(review.estate(), when).folder(folder, environment);
    listing.warnings().forEach(invocation.err()::problem);
    return listing.drills();
  }
}
