package dev.interlock.cli.backup;

import dev.interlock.cli.options.InstantConverter;
import dev.interlock.cli.options.RecordOptions;
import dev.interlock.cli.options.SigningOptions;
import dev.interlock.cli.output.Prose;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.usecases.HoldBackups;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code backup hold}: keeps backups whatever the plan says. */
@Command(
    name = "hold",
    sortOptions = false,
    description = {
      "Puts backups on hold: nothing removes them, whatever the plan says.",
      "",
      "A hold ends when two persons release it, or when it says so. It is a signed record in the",
      "store itself, so that a copy of the store knows it too."
    },
    footer = {
      "",
      "Examples:",
      "  interlock backup hold /backups 20261101T020000Z --estate estate/ \\",
      "      --environment core-production --reason 'case 4711, legal department' \\",
      "      --key mine.key --out held.json%n"
    })
public final class BackupHoldCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Mixin private final NamedBackups named = new NamedBackups();

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Why, for whoever finds them in years.")
  private String reason = "";

  @Option(
      names = "--until",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "When the hold ends by itself; only a release ends it when absent.")
  private @Nullable Instant until;

  @Mixin private final SigningOptions signing = new SigningOptions();

  @Mixin private final RecordOptions ledger = new RecordOptions();

  /** Runs with these streams. */
  public BackupHoldCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var held =
        new HoldBackups(named.request(), invocation.clock())
            .hold(reason, until, signing.key(), signing.out());
    invocation.err().line("On hold; signed: " + Prose.safe(signing.out().toString()));
    held.doubts().forEach(it -> invocation.err().line(Prose.safe(it)));
    ledger.keep(held.signed(), signing.key(), invocation);
    return ExitCode.GOOD;
  }
}
